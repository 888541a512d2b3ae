#!/usr/bin/env python3
# ruff: noqa
# fmt: off
"""Validate WordprocessingML packages.

usage: validate_docx.py [--xsd DIR] [--strict-warnings] [--sdk PATH] FILE.docx ...

Exit status 1 when any file has an ERROR (with --strict-warnings, also on a WARN), 2 on
wrong usage, 0 otherwise.  Needs lxml.  Needs the XSD folder that lies beside this file
(see xsd/ORIGIN.txt).

What it checks
  zip       readable, no duplicate or odd entry names, [Content_Types].xml first (WARN)
  types     every part has a content type, every Override names a part, the main part's type
  rels      every .rels part schema-valid, source part present, internal targets present,
            ids unique, every r:id/r:embed/... used in a part is declared, relationship
            type agrees with the target's content type; unused ones are a WARN
  xsd       ISO 29500-4 transitional: document, styles, numbering, settings, fontTable,
            headers, footers, footnotes, endnotes, comments, webSettings, theme, core, app,
            custom (markup-compatibility is resolved first: AlternateContent -> Fallback,
            mc:Ignorable namespaces dropped)
  order     the order of rPr children (which the XSD leaves open and the Open XML SDK enforces)
  refs      styles (pStyle/rStyle/tblStyle/basedOn/next/link/numbering), numbering (numId,
            abstractNumId, ilvl, styleLink), foot/endnotes, bookmarks (id, name, pairing),
            hyperlink anchors, REF/PAGEREF targets, docPr ids, field begin/separate/end
  word      rules Word keeps beside the schema: font names under 32 characters, bookmark
            names of at most 40 characters, no XML comment/PI surprises, tc ends with a p,
            body ends with sectPr, rsid format
  fonts     embedded fonts: fontKey form, de-obfuscated bytes are an sfnt, fsType allows it
  a11y      title, language, alt text or decorative mark (WARN)
  cs        Thai/Khmer text is in runs that resolve to w:cs with sz==szCs, b==bCs, i==iCs,
            rFonts cs slot and a bidi language (WARN)
"""
from __future__ import annotations

import argparse
import json
import posixpath
import re
import struct
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PR = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
XML = "http://www.w3.org/XML/1998/namespace"
DCT = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"

WMLCT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

# relationship type (last segment) -> content types it may point at
TYPE_FOR_REL = {
    "officeDocument": {
        WMLCT + "document.main+xml",
        WMLCT + "template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    },
    "styles": {WMLCT + "styles+xml"},
    "numbering": {WMLCT + "numbering+xml"},
    "settings": {WMLCT + "settings+xml"},
    "webSettings": {WMLCT + "webSettings+xml"},
    "fontTable": {WMLCT + "fontTable+xml"},
    "header": {WMLCT + "header+xml"},
    "footer": {WMLCT + "footer+xml"},
    "footnotes": {WMLCT + "footnotes+xml"},
    "endnotes": {WMLCT + "endnotes+xml"},
    "comments": {WMLCT + "comments+xml"},
    "theme": {"application/vnd.openxmlformats-officedocument.theme+xml"},
    "font": {
        "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        "application/x-fontdata",
        "application/x-font-ttf",
    },
    "extended-properties": {
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    },
    "custom-properties": {
        "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    },
    "core-properties": {"application/vnd.openxmlformats-package.core-properties+xml"},
    "image": None,
}

# content type -> which schema
XSD_FOR = {
    WMLCT + k: "wml"
    for k in (
        "document.main+xml template.main+xml styles+xml numbering+xml settings+xml "
        "fontTable+xml header+xml footer+xml footnotes+xml endnotes+xml comments+xml "
        "webSettings+xml"
    ).split()
}
XSD_FOR["application/vnd.openxmlformats-officedocument.theme+xml"] = "dml"
XSD_FOR["application/vnd.openxmlformats-package.core-properties+xml"] = "core"
XSD_FOR["application/vnd.openxmlformats-officedocument.extended-properties+xml"] = "app"
XSD_FOR["application/vnd.openxmlformats-officedocument.custom-properties+xml"] = "custom"

SCHEMA_FILES = {
    "wml": "_wml-driver.xsd",
    "dml": "dml-main.xsd",
    "core": "opc-xsd/_core-driver.xsd",
    "app": "shared-documentPropertiesExtended.xsd",
    "custom": "shared-documentPropertiesCustom.xsd",
    "types": "opc-xsd/opc-contentTypes.xsd",
    "rels": "opc-xsd/opc-relationships.xsd",
}

# namespaces this validator understands, so an mc:Choice that requires only them is taken
UNDERSTOOD = {W, R, WP, A}

CS_RE = re.compile("[\u0e00-\u0e7f\u1780-\u17ff\u19e0-\u19ff]")


def w(tag: str) -> str:
    return f"{{{W}}}{tag}"


def r(tag: str) -> str:
    return f"{{{R}}}{tag}"


class Report:
    def __init__(self, path: str) -> None:
        self.path = path
        self.items: list[tuple[str, str, str]] = []

    def err(self, part: str, msg: str) -> None:
        self.items.append(("ERROR", part, msg))

    def warn(self, part: str, msg: str) -> None:
        self.items.append(("WARN", part, msg))

    def count(self, level: str) -> int:
        return sum(1 for i in self.items if i[0] == level)


class Schemas:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._c: dict[str, etree.XMLSchema] = {}

    def get(self, key: str) -> etree.XMLSchema:
        if key not in self._c:
            self._c[key] = etree.XMLSchema(etree.parse(str(self.folder / SCHEMA_FILES[key])))
        return self._c[key]


def resolve_mce(root: etree._Element) -> etree._Element:
    """Markup compatibility: choose an alternative, drop ignorable names."""
    ignorable: set[str] = set()
    for el in root.iter(etree.Element):
        v = el.attrib.pop(f"{{{MC}}}Ignorable", None)
        if v:
            for p in v.split():
                ns = el.nsmap.get(p)
                if ns:
                    ignorable.add(ns)
        for k in ("ProcessContent", "MustUnderstand", "PreserveElements", "PreserveAttributes"):
            el.attrib.pop(f"{{{MC}}}{k}", None)
    for ac in list(root.iter(f"{{{MC}}}AlternateContent")):
        parent = ac.getparent()
        if parent is None:
            continue
        pick = None
        for ch in ac.findall(f"{{{MC}}}Choice"):
            need = [ch.nsmap.get(p) for p in ch.get("Requires", "").split()]
            if need and all(n in UNDERSTOOD for n in need):
                pick = ch
                break
        if pick is None:
            pick = ac.find(f"{{{MC}}}Fallback")
        at = parent.index(ac)
        for kid in list(pick) if pick is not None else []:
            parent.insert(at, kid)
            at += 1
        parent.remove(ac)
    drop = ignorable - {W}
    if drop:
        for el in list(root.iter(etree.Element)):
            if etree.QName(el).namespace in drop:
                p = el.getparent()
                if p is not None:
                    p.remove(el)
                continue
            for k in list(el.attrib):
                if k.startswith("{") and k[1:].split("}")[0] in drop:
                    del el.attrib[k]
    return root


def rels_part_of(part: str) -> str:
    d, b = posixpath.split(part)
    return posixpath.join(d, "_rels", b + ".rels")


class Package:
    def __init__(self, path: str, rep: Report, sch: Schemas) -> None:
        self.rep, self.sch = rep, sch
        self.blobs: dict[str, bytes] = {}
        with zipfile.ZipFile(path) as z:
            bad = z.testzip()
            if bad:
                rep.err(bad, "zip: CRC error")
            names = [i.filename for i in z.infolist() if not i.is_dir()]
            for n, c in Counter(names).items():
                if c > 1:
                    rep.err(n, "zip: entry stored more than once")
            for n, c in Counter(x.lower() for x in names).items():
                if c > 1 and names.count(n) != c:
                    rep.err(n, "zip: entries differ only in case")
            for n in names:
                if "\\" in n or n.startswith("/") or ".." in n.split("/"):
                    rep.err(n, "zip: odd entry name")
                self.blobs[n] = z.read(n)
            if names and names[0] != "[Content_Types].xml":
                rep.warn(names[0], "zip: [Content_Types].xml is not the first entry")
        self.trees: dict[str, etree._Element] = {}
        self.types: dict[str, str] = {}
        self.rels: dict[str, dict[str, tuple[str, str, str]]] = {}
        self.main = ""

    # -- parsing ------------------------------------------------------------------------
    def tree(self, name: str) -> etree._Element | None:
        if name not in self.trees:
            try:
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                root = etree.fromstring(self.blobs[name], parser)
            except etree.XMLSyntaxError as e:
                self.rep.err(name, f"xml: {e}")
                self.trees[name] = None  # type: ignore[assignment]
                return None
            if root.getroottree().docinfo.doctype:
                self.rep.err(name, "xml: a DTD is not allowed in a package part")
            self.trees[name] = root
        return self.trees[name]

    # -- content types ------------------------------------------------------------------
    def load_types(self) -> None:
        rep = self.rep
        n = "[Content_Types].xml"
        if n not in self.blobs:
            rep.err(n, "types: missing")
            return
        root = self.tree(n)
        if root is None:
            return
        self.validate(n, root, "types")
        defaults = {
            e.get("Extension", "").lower(): e.get("ContentType", "")
            for e in root.findall(f"{{{CT}}}Default")
        }
        over: dict[str, str] = {}
        for e in root.findall(f"{{{CT}}}Override"):
            p = e.get("PartName", "")
            if p in over:
                rep.err(n, f"types: {p} overridden twice")
            over[p] = e.get("ContentType", "")
            if p.lstrip("/") not in self.blobs:
                rep.err(n, f"types: Override for absent part {p}")
        for b in self.blobs:
            if b == n:
                continue
            t = over.get("/" + b) or defaults.get(b.rsplit(".", 1)[-1].lower() if "." in b else "")
            if not t:
                rep.err(b, "types: part has no content type")
            else:
                self.types[b] = t

    # -- relationships ------------------------------------------------------------------
    def load_rels(self) -> None:
        rep = self.rep
        for n in self.blobs:
            if not n.endswith(".rels"):
                continue
            root = self.tree(n)
            if root is None:
                continue
            self.validate(n, root, "rels")
            d = posixpath.dirname(posixpath.dirname(n))
            src = posixpath.join(d, posixpath.basename(n)[:-5]) if n != "_rels/.rels" else ""
            if src and src not in self.blobs:
                rep.err(n, f"rels: source part {src} is absent")
            table: dict[str, tuple[str, str, str]] = {}
            for e in root.findall(f"{{{PR}}}Relationship"):
                rid, typ, tgt = e.get("Id", ""), e.get("Type", ""), e.get("Target", "")
                mode = e.get("TargetMode", "Internal")
                if rid in table:
                    rep.err(n, f"rels: id {rid} twice")
                if mode == "Internal":
                    if tgt.startswith("/"):
                        full = tgt.lstrip("/")
                    else:
                        full = posixpath.normpath(posixpath.join(posixpath.dirname(src), tgt))
                    full = unquote(full.split("#")[0])
                    if full not in self.blobs:
                        rep.err(n, f"rels: {rid} target {tgt} is absent")
                    else:
                        want = TYPE_FOR_REL.get(typ.rsplit("/", 1)[-1])
                        if want and self.types.get(full) not in want:
                            rep.err(
                                n,
                                f"rels: {rid} is a {typ.rsplit('/', 1)[-1]} but {full} "
                                f"has type {self.types.get(full)}",
                            )
                        if typ.endswith("/image") and not self.types.get(full, "").startswith(
                            "image/"
                        ):
                            rep.err(n, f"rels: {rid} image target has type {self.types.get(full)}")
                    tgt = full
                table[rid] = (typ, tgt, mode)
            self.rels[src] = table
        top = self.rels.get("", {})
        mains = [t for t in top.values() if t[0].endswith("/officeDocument")]
        if len(mains) != 1:
            rep.err("_rels/.rels", f"rels: {len(mains)} officeDocument relationships")
        else:
            self.main = mains[0][1]
        reach = set()
        todo = [""]
        while todo:
            s = todo.pop()
            for _, t, m in self.rels.get(s, {}).values():
                if m == "Internal" and t in self.blobs and t not in reach:
                    reach.add(t)
                    todo.append(t)
        for b in self.blobs:
            if b != "[Content_Types].xml" and not b.endswith(".rels") and b not in reach:
                rep.warn(b, "rels: part is not reachable by any relationship")

    def check_rel_use(self) -> None:
        for n, t in self.types.items():
            if n.endswith(".rels") or not (t.endswith("+xml") or t.endswith("/xml")):
                continue
            root = self.tree(n)
            if root is None:
                continue
            have = self.rels.get(n, {})
            used = set()
            for el in root.iter(etree.Element):
                for k, v in el.attrib.items():
                    if k.startswith(f"{{{R}}}") and v:
                        used.add(v)
                        if v not in have:
                            self.rep.err(n, f"rels: {k.split('}')[1]}={v} is not declared")
            implicit = (
                "styles numbering settings webSettings fontTable theme footnotes endnotes "
                "comments customXml glossaryDocument stylesWithEffects people commentsExtended "
                "commentsIds commentsExtensible"
            ).split()
            for rid, (typ, tgt, _) in have.items():
                if rid not in used and typ.rsplit("/", 1)[-1] not in implicit:
                    self.rep.warn(n, f"rels: {rid} ({typ.rsplit('/', 1)[-1]} {tgt}) is never used")

    # -- schema -------------------------------------------------------------------------
    def validate(self, name: str, root: etree._Element, key: str) -> None:
        s = self.sch.get(key)
        copy = resolve_mce(etree.fromstring(etree.tostring(root)))
        if not s.validate(copy):
            for e in s.error_log:
                msg = e.message
                for ns, p in ((W, "w"), (R, "r"), (WP, "wp"), (A, "a")):
                    msg = msg.replace(f"{{{ns}}}", p + ":")
                self.rep.err(name, f"xsd: {msg[:400]} (line {e.line})")

    def check_xsd(self) -> None:
        for n, t in self.types.items():
            key = XSD_FOR.get(t)
            if not key:
                continue
            root = self.tree(n)
            if root is not None:
                self.validate(n, root, key)

    # -- helpers ------------------------------------------------------------------------
    def part_by_rel(self, kind: str) -> str | None:
        for typ, tgt, _ in self.rels.get(self.main, {}).values():
            if typ == RT + kind and tgt in self.blobs:
                return tgt
        return None

    def stories(self) -> list[str]:
        kinds = ("header", "footer", "footnotes", "endnotes", "comments")
        out = [self.main] if self.main else []
        for typ, tgt, _ in self.rels.get(self.main, {}).values():
            if typ.rsplit("/", 1)[-1] in kinds and tgt in self.blobs and tgt not in out:
                out.append(tgt)
        return out


# -- reference checks -------------------------------------------------------------------
RPR_ORDER = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
    "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz "
    "szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
    "oMath rPrChange"
).split()


def check_rpr_order(p: Package) -> None:
    """The transitional XSD takes rPr children in any order and number; the Open XML SDK does not."""
    rank = {w(t): i for i, t in enumerate(RPR_ORDER)}
    for n, t in p.types.items():
        if XSD_FOR.get(t) != "wml" or p.tree(n) is None:
            continue
        for rp in p.tree(n).iter(w("rPr")):
            tags = [c.tag for c in rp if c.tag in rank]
            ranks = [rank[x] for x in tags]
            if ranks != sorted(ranks):
                names = " ".join(x.split("}")[1] for x in tags)
                p.rep.err(n, f"order: rPr children out of order: {names} (line {rp.sourceline})")
            for x, c in Counter(tags).items():
                if c > 1:
                    p.rep.err(n, f"order: rPr has {c} {x.split('}')[1]} (line {rp.sourceline})")


def check_refs(p: Package) -> None:
    rep = p.rep
    styles_part = p.part_by_rel("styles")
    num_part = p.part_by_rel("numbering")
    styles = p.tree(styles_part) if styles_part else None
    nums = p.tree(num_part) if num_part else None
    stories = [(n, p.tree(n)) for n in p.stories()]
    stories = [(n, t) for n, t in stories if t is not None]

    # styles
    kinds: dict[str, str] = {}
    if styles is not None:
        names: dict[str, str] = {}
        for s in styles.findall(w("style")):
            sid, typ = s.get(w("styleId"), ""), s.get(w("type"), "paragraph")
            if sid in kinds:
                rep.err(styles_part, f"style: styleId {sid} twice")
            kinds[sid] = typ
            nm = s.find(w("name"))
            if nm is None:
                rep.err(styles_part, f"style: {sid} has no name")
            elif nm.get(w("val")) in names:
                rep.err(styles_part, f"style: name {nm.get(w('val'))!r} twice")
            else:
                names[nm.get(w("val"))] = sid
        for s in styles.findall(w("style")):
            sid = s.get(w("styleId"))
            for tag in ("basedOn", "next", "link"):
                e = s.find(w(tag))
                if e is None:
                    continue
                v = e.get(w("val"))
                if v not in kinds:
                    rep.err(styles_part, f"style: {sid} {tag} -> absent style {v}")
                elif tag == "basedOn" and kinds[v] != kinds[sid]:
                    rep.err(styles_part, f"style: {sid} basedOn {v} of another type")
                elif tag == "link" and {kinds[v], kinds[sid]} != {"paragraph", "character"}:
                    rep.err(styles_part, f"style: {sid} link {v} is not its counterpart type")
        for sid in kinds:  # loops
            seen, cur = set(), sid
            while cur:
                if cur in seen:
                    rep.err(styles_part, f"style: basedOn loop at {sid}")
                    break
                seen.add(cur)
                e = styles.find(f"{w('style')}[@{w('styleId')}='{cur}']/{w('basedOn')}")
                cur = e.get(w("val")) if e is not None else None
        for typ in ("paragraph", "character", "table", "numbering"):
            d = [
                s
                for s in styles.findall(w("style"))
                if s.get(w("type")) == typ and s.get(w("default")) in ("1", "true", "on")
            ]
            if len(d) > 1:
                rep.err(styles_part, f"style: {len(d)} default {typ} styles")
            if not d and typ == "paragraph":
                rep.err(styles_part, "style: no default paragraph style")

    want = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    refs_in = list(stories)
    if nums is not None:
        refs_in.append((num_part, nums))
    if styles is not None:
        refs_in.append((styles_part, styles))
    for n, t in refs_in:
        for tag, typ in want.items():
            for e in t.iter(w(tag)):
                v = e.get(w("val"))
                if kinds.get(v) is None:
                    rep.err(n, f"style: {tag} -> absent style {v}")
                elif kinds[v] != typ:
                    rep.err(n, f"style: {tag} -> {v} is a {kinds[v]} style")

    # numbering
    abstracts: dict[str, etree._Element] = {}
    numids: dict[str, str] = {}
    if nums is not None:
        for a in nums.findall(w("abstractNum")):
            i = a.get(w("abstractNumId"))
            if i in abstracts:
                rep.err(num_part, f"numbering: abstractNumId {i} twice")
            abstracts[i] = a
            lv = [x.get(w("ilvl")) for x in a.findall(w("lvl"))]
            for x, c in Counter(lv).items():
                if c > 1:
                    rep.err(num_part, f"numbering: abstractNum {i} level {x} twice")
            for tag in ("styleLink", "numStyleLink"):
                e = a.find(w(tag))
                if e is not None and kinds.get(e.get(w("val"))) != "numbering":
                    rep.err(num_part, f"numbering: {tag} -> {e.get(w('val'))}, no numbering style")
        ids = Counter(x.get(w("val")) for x in nums.iter(w("nsid")))
        for i, c in ids.items():
            if c > 1:
                rep.warn(num_part, f"numbering: nsid {i} on {c} abstractNums (Word may merge them)")
        for x in nums.findall(w("num")):
            i = x.get(w("numId"))
            if i in numids:
                rep.err(num_part, f"numbering: numId {i} twice")
            if i == "0":
                rep.err(num_part, "numbering: numId 0 is reserved")
            e = x.find(w("abstractNumId"))
            numids[i] = e.get(w("val")) if e is not None else ""
            if numids[i] not in abstracts:
                rep.err(num_part, f"numbering: num {i} -> absent abstractNum {numids[i]}")
    for n, t in [*stories, *([(styles_part, styles)] if styles is not None else [])]:
        for np in t.iter(w("numPr")):
            e, lv = np.find(w("numId")), np.find(w("ilvl"))
            if e is None:
                continue
            v = e.get(w("val"))
            if v == "0":
                continue
            if v not in numids:
                rep.err(n, f"numbering: numId {v} is not defined")
                continue
            a = abstracts.get(numids[v])
            if a is not None and lv is not None and a.find(w("numStyleLink")) is None:
                have = {x.get(w("ilvl")) for x in a.findall(w("lvl"))}
                if lv.get(w("val")) not in have:
                    rep.err(n, f"numbering: num {v} has no level {lv.get(w('val'))}")

    # notes
    for kind in ("footnote", "endnote"):
        part = p.part_by_rel(kind + "s")
        ids = set()
        if part and p.tree(part) is not None:
            for f in p.tree(part).findall(w(kind)):
                i = f.get(w("id"))
                if i in ids:
                    rep.err(part, f"notes: {kind} id {i} twice")
                ids.add(i)
        for n, t in stories:
            for e in t.iter(w(kind + "Reference")):
                if e.get(w("id")) not in ids:
                    rep.err(n, f"notes: {kind}Reference {e.get(w('id'))} has no {kind}")
        sp = p.part_by_rel("settings")
        if sp and p.tree(sp) is not None:
            pr = p.tree(sp).find(w(kind + "Pr"))
            for e in pr.findall(w(kind)) if pr is not None else []:
                if e.get(w("id")) not in ids:
                    rep.err(sp, f"notes: settings name {kind} {e.get(w('id'))}, which is absent")

    # bookmarks, anchors, fields
    names: set[str] = set()
    starts: Counter = Counter()
    for n, t in stories:
        open_ids = Counter(e.get(w("id")) for e in t.iter(w("bookmarkStart")))
        ends = Counter(e.get(w("id")) for e in t.iter(w("bookmarkEnd")))
        starts.update(open_ids)
        for i in set(open_ids) | set(ends):
            if open_ids[i] != 1 or ends[i] != 1:
                rep.err(n, f"bookmark: id {i} has {open_ids[i]} start(s), {ends[i]} end(s)")
        for e in t.iter(w("bookmarkStart")):
            nm = e.get(w("name"), "")
            if nm in names:
                rep.err(n, f"bookmark: name {nm} twice")
            names.add(nm)
            if len(nm) > 40:
                rep.err(n, f"bookmark: name {nm} is longer than 40 characters")
            if not re.fullmatch(r"[^\W\d]\w*", nm):
                rep.warn(n, f"bookmark: name {nm!r} is not a letter followed by word characters")
    for i, c in starts.items():
        if c > 1:
            rep.err(p.main, f"bookmark: id {i} used in {c} stories")
    for n, t in stories:
        for e in t.iter(w("hyperlink")):
            a = e.get(w("anchor"))
            if a and a not in names and a != "_top":
                rep.err(n, f"bookmark: hyperlink anchor {a} is absent")
            if not a and not e.get(r("id")):
                rep.err(n, "hyperlink: neither r:id nor anchor")
        for par in t.iter(w("p")):
            code = "".join(x.text or "" for x in par.iter(w("instrText")))
            for m in re.finditer(r"\b(?:PAGEREF|REF|NOTEREF)\s+(\S+)", code):
                if m.group(1) not in names:
                    rep.err(n, f"bookmark: field {m.group(0)} has no bookmark")
        depth, stack = 0, []
        for e in t.iter(w("fldChar")):
            k = e.get(w("fldCharType"))
            if k == "begin":
                stack.append("begin")
            elif k == "separate":
                if not stack or stack[-1] != "begin":
                    rep.err(n, "field: separate without begin")
                else:
                    stack[-1] = "separate"
            elif k == "end":
                if not stack:
                    rep.err(n, "field: end without begin")
                else:
                    stack.pop()
        if stack:
            rep.err(n, f"field: {len(stack)} field(s) left open")

    # drawings
    ids: Counter = Counter()
    where: dict[str, list[str]] = {}
    for n, t in stories:
        for e in t.iter(f"{{{WP}}}docPr"):
            ids[e.get("id")] += 1
            where.setdefault(e.get("id"), []).append(n)
            dec = e.find(f".//{{{DEC}}}decorative")
            is_dec = dec is not None and dec.get("val") in ("1", "true")
            alt = (e.get("descr") or "").strip()
            if is_dec and alt:
                rep.warn(n, f"a11y: docPr {e.get('id')} is decorative but has alt text")
            if not is_dec and not alt:
                rep.warn(n, f"a11y: docPr {e.get('id')} ({e.get('name')}) has no alt text")
    for i, c in ids.items():
        if c > 1:
            rep.err(where[i][0], f"drawing: docPr id {i} used {c} times ({', '.join(where[i])})")
        if i in (None, "", "0"):
            rep.err(where[i][0], f"drawing: docPr id {i!r}")

    # structure Word insists on
    for n, t in stories:
        for tc in t.iter(w("tc")):
            kids = [k for k in tc if isinstance(k.tag, str)]
            if not kids or kids[-1].tag not in (w("p"), w("sdt")):
                rep.err(n, "table: a cell does not end with a paragraph")
        for e in t.iter(w("t")):
            s = e.text or ""
            if s != s.strip(" \t\n\r") and e.get(f"{{{XML}}}space") != "preserve":
                rep.warn(n, f"text: {s[:30]!r} needs xml:space=preserve")
    for n, t in [*stories, *([(styles_part, styles)] if styles is not None else [])]:
        for e in t.iter(w("rFonts")):
            for k, v in e.attrib.items():
                if len(v) >= 32:
                    rep.err(n, f"fonts: {k.split('}')[1]}={v!r}: Word takes names under 32 characters")
    body = p.tree(p.main).find(w("body")) if p.main and p.tree(p.main) is not None else None
    if body is not None and (len(body) == 0 or body[-1].tag != w("sectPr")):
        rep.warn(p.main, "body does not end with sectPr")
    check_cs(p, stories, styles)


# -- complex-script lint ----------------------------------------------------------------
def onoff(e: etree._Element | None) -> bool | None:
    if e is None:
        return None
    return e.get(w("val"), "1") in ("1", "true", "on")


def check_cs(p: Package, stories, styles) -> None:
    rep = p.rep
    by_id, default_p, doc_rpr = {}, None, None
    if styles is not None:
        for s in styles.findall(w("style")):
            by_id[s.get(w("styleId"))] = s
            if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true", "on"):
                default_p = s.get(w("styleId"))
        doc_rpr = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")

    def chain(sid: str | None) -> list[etree._Element]:
        out = []
        seen = set()
        while sid and sid in by_id and sid not in seen:
            seen.add(sid)
            s = by_id[sid]
            rp = s.find(w("rPr"))
            if rp is not None:
                out.append(rp)
            b = s.find(w("basedOn"))
            sid = b.get(w("val")) if b is not None else None
        return out

    def lookup(layers, tag, attr="val"):
        for rp in layers:
            e = rp.find(w(tag))
            if e is not None and (attr is None or e.get(w(attr)) is not None or attr == "val"):
                return e
        return None

    totals: Counter = Counter()
    for n, t in stories:
        for run in t.iter(w("r")):
            text = "".join(x.text or "" for x in run.findall(w("t")))
            if not CS_RE.search(text):
                continue
            par = run.getparent()
            while par is not None and par.tag != w("p"):
                par = par.getparent()
            ppr = par.find(w("pPr")) if par is not None else None
            ps = ppr.find(w("pStyle")) if ppr is not None else None
            rpr = run.find(w("rPr"))
            layers = [rpr] if rpr is not None else []
            rs = rpr.find(w("rStyle")) if rpr is not None else None
            if rs is not None:
                layers += chain(rs.get(w("val")))
            layers += chain(ps.get(w("val")) if ps is not None else default_p)
            if doc_rpr is not None:
                layers.append(doc_rpr)
            totals["runs"] += 1
            if not onoff(lookup(layers, "cs")) and not onoff(lookup(layers, "rtl")):
                totals["no w:cs (Word: hAnsi font, sz, b, i apply)"] += 1
            if re.search("[A-Za-z]", text):
                totals["Latin letters inside a Thai/Khmer run"] += 1
            if not any(
                rp.find(w("rFonts")) is not None
                and (rp.find(w("rFonts")).get(w("cs")) or rp.find(w("rFonts")).get(w("cstheme")))
                for rp in layers
            ):
                totals["no rFonts cs slot"] += 1
            else:
                for rp in layers:
                    f = rp.find(w("rFonts"))
                    if f is not None and (f.get(w("cstheme")) or f.get(w("cs"))):
                        if f.get(w("cstheme")):
                            totals["cs slot resolves through cstheme"] += 1
                        break
            for a, b in (("b", "bCs"), ("i", "iCs")):
                if bool(onoff(lookup(layers, a))) != bool(onoff(lookup(layers, b))):
                    totals[f"{a} and {b} differ"] += 1
            if lookup(layers, "szCs") is None:
                totals["no szCs (Word: 10 pt)"] += 1
            if not any(
                rp.find(w("lang")) is not None and rp.find(w("lang")).get(w("bidi"))
                for rp in layers
            ):
                totals["no lang bidi"] += 1
    for k, c in totals.items():
        if k != "runs":
            rep.warn("(cs)", f"cs: {c} of {totals['runs']} Thai/Khmer runs: {k}")


# -- fonts ------------------------------------------------------------------------------
GUID = re.compile(r"\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}")


def check_fonts(p: Package) -> None:
    rep = p.rep
    n = p.part_by_rel("fontTable")
    if not n or p.tree(n) is None:
        return
    any_embedded = False
    for f in p.tree(n).findall(w("font")):
        for tag in ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"):
            e = f.find(w(tag))
            if e is None:
                continue
            any_embedded = True
            key, rid = e.get(w("fontKey"), ""), e.get(r("id"))
            label = f"{f.get(w('name'))} {tag}"
            rel = p.rels.get(n, {}).get(rid or "")
            if rel is None or rel[1] not in p.blobs:
                continue  # reported by the relationship checks
            if not rel[0].endswith("/font"):
                rep.err(n, f"fonts: {label} relationship type {rel[0]}")
            data = p.blobs[rel[1]]
            if key and key != "{00000000-0000-0000-0000-000000000000}":
                if not GUID.fullmatch(key):
                    rep.err(n, f"fonts: {label} fontKey {key!r} is not an upper-case GUID in braces")
                    continue
                k = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
                data = bytes(b ^ k[i % 16] for i, b in enumerate(data[:32])) + data[32:]
            if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true", b"ttcf"):
                rep.err(n, f"fonts: {label} does not de-obfuscate to an sfnt ({data[:4]!r})")
                continue
            if data[:4] == b"OTTO":
                rep.warn(n, f"fonts: {label} is CFF-flavoured; Word embeds TrueType outlines only")
            num = struct.unpack(">H", data[4:6])[0]
            seen = set()
            for i in range(num):
                rec = data[12 + 16 * i : 28 + 16 * i]
                if len(rec) < 16:
                    rep.err(n, f"fonts: {label} has a cut-off table directory")
                    break
                tag4, _, off, ln = struct.unpack(">4sIII", rec)
                seen.add(tag4)
                if not re.fullmatch(rb"[ -~]{4}", tag4) or off + ln > len(data):
                    rep.err(n, f"fonts: {label} has a damaged table directory (wrong fontKey?)")
                    break
                if tag4 == b"OS/2":
                    fs = struct.unpack(">H", data[off + 8 : off + 10])[0]
                    if fs & 0x2:
                        rep.err(n, f"fonts: {label} fsType {fs:#06x} forbids embedding")
                    elif fs & 0x4:
                        rep.warn(n, f"fonts: {label} fsType {fs:#06x}: preview and print only")
                    elif fs & 0x100:
                        rep.warn(n, f"fonts: {label} fsType {fs:#06x}: no subsetting")
            else:
                lack = {b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"OS/2"} - seen
                if lack:
                    rep.err(n, f"fonts: {label} lacks {sorted(x.decode() for x in lack)}")
    sp = p.part_by_rel("settings")
    st = p.tree(sp) if sp else None
    on = st is not None and onoff(st.find(w("embedTrueTypeFonts")))
    if any_embedded and not on:
        rep.warn(sp or n, "fonts: embedded fonts but settings lack w:embedTrueTypeFonts")


def check_a11y(p: Package) -> None:
    rep = p.rep
    core = next((t[1] for t in p.rels.get("", {}).values() if t[0].endswith("/core-properties")), None)
    root = p.tree(core) if core in p.blobs else None
    if root is None:
        rep.warn("docProps/core.xml", "a11y: no core properties")
    else:
        if not (root.findtext(f"{{{DC}}}title") or "").strip():
            rep.warn(core, "a11y: dc:title is empty")
        if not (root.findtext(f"{{{DC}}}language") or "").strip():
            rep.warn(core, "a11y: dc:language is empty")
    sp = p.part_by_rel("styles")
    if sp and p.tree(sp) is not None:
        if p.tree(sp).find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}") is None:
            rep.warn(sp, "a11y: docDefaults have no w:lang")


def run_sdk(binary: str, path: str, rep: Report) -> None:
    out = subprocess.run([binary, path], capture_output=True, text=True, timeout=300)
    try:
        for e in json.loads(out.stdout).get("errors", []):
            rep.err(e.get("path", "?"), f"sdk: {e.get('description')} {e.get('xPath', '')}")
    except json.JSONDecodeError:
        rep.err("(sdk)", f"sdk: no JSON from {binary}: {out.stderr[:200]}")


def check_file(path: str, sch: Schemas) -> Report:
    rep = Report(path)
    try:
        p = Package(path, rep, sch)
        p.load_types()
        p.load_rels()
        p.check_rel_use()
        p.check_xsd()
        check_rpr_order(p)
        check_refs(p)
        check_fonts(p)
        check_a11y(p)
    except (zipfile.BadZipFile, OSError) as e:
        rep.err("(package)", str(e))
    return rep


def main() -> int:
    ap = argparse.ArgumentParser()
    ap.add_argument("files", nargs="+")
    ap.add_argument("--xsd", default=str(Path(__file__).resolve().parent / "xsd"))
    ap.add_argument("--strict-warnings", action="store_true")
    ap.add_argument("--quiet", action="store_true", help="errors only")
    ap.add_argument("--sdk", help="path of an Open XML SDK validator binary (ooxml-validator)")
    a = ap.parse_args()
    sch = Schemas(Path(a.xsd))
    bad = False
    for f in a.files:
        rep = check_file(f, sch)
        if a.sdk:
            run_sdk(a.sdk, f, rep)
        for level, part, msg in rep.items:
            if level == "ERROR" or not a.quiet:
                print(f"{level:5} {part}: {msg}")
        ne, nw = rep.count("ERROR"), rep.count("WARN")
        print(f"{f}: {ne} error(s), {nw} warning(s)")
        bad |= ne > 0 or (a.strict_warnings and nw > 0)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

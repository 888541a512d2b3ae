"""What a file says of itself: its title and language, the standards it keeps, and nothing of who made it (F06).

XMP (ISO 16684-1) as PDF/A and PDF/UA want it: the identifiers of both standards, and a description of the second's,
which the first does not know (ISO 19005-2 6.6.2.3, 6.6.4; ISO 14289-1 5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from statement_kit.document.blocks import Document
from statement_kit.text.shaping import IGNORABLE

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt>{titles}</rdf:Alt></dc:title>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>{issued}</rdf:li></rdf:Seq></dc:date>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def shown_title(document: Document) -> str:
    """The title as it is read, without what only steers the ends of its lines."""
    return document.title.translate(IGNORABLE)


def xmp_packet(documents: Sequence[Document]) -> bytes:
    """The metadata of a file that holds these documents, as UTF-8."""
    languages = (f"<rdf:li>{escape(document.language.tag)}</rdf:li>" for document in documents)
    packet = _PACKET.format(
        titles="".join(_titles(documents)), languages="".join(languages), issued=escape(documents[0].issued)
    )
    return packet.encode()


def _titles(documents: Sequence[Document]) -> Iterator[str]:
    """The title by language, that of the first document as the one for readers who ask for no language."""
    titles = {"x-default": shown_title(documents[0])}
    titles |= {document.language.tag: shown_title(document) for document in documents}
    for document in documents:
        if document.original_title:
            tag, title = document.original_title
            titles.setdefault(tag, title.translate(IGNORABLE))
    for tag, title in titles.items():
        yield f"<rdf:li xml:lang={quoteattr(tag)}>{escape(title)}</rdf:li>"

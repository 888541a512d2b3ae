import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.CollationElementIterator;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the collation elements of what a list of names can hold, as ICU4J has them from CLDR: those of the root, and
 * those that are others in Khmer and Thai. The weights are numbered anew, in their order, without gaps.
 *
 * Java has no module for what one file does; make_collation_table.py beside this one fetches ICU4J and starts it.
 */
public class CollationTable {
    /** What is listed: the scripts of names, and signs that all scripts share. Digits of other scripts are 0 to 9. */
    private static final String REPERTOIRE =
            "[[[:sc=Latn:][:sc=Khmr:][:sc=Thai:][:sc=Laoo:][:sc=Mymr:]"
                    + "[[[:sc=Zyyy:][:sc=Zinh:]]&[\\u0000-\\u218F\\u25A0-\\u27BF\\u2E00-\\u2E7F\\u3000-\\u303F"
                    + "\\uA700-\\uA7FF\\uFE10-\\uFE6F\\uFF00-\\uFFEF]]]-[:NFD_QC=No:]-[[:Nd:]-[0-9]]]";

    /** Per tailored language, the script that it sorts before all others. */
    private static final Map<String, Integer> FIRST = new TreeMap<>(Map.of("km", UScript.KHMER, "th", UScript.THAI));

    /** The two bits by which ICU says that an element goes on with the one before it. */
    private static final int CONTINUATION = 0xC0;

    /** A collation element: three weights, 0 where it is ignored. */
    private record Element(long primary, int secondary, int tertiary) {}

    public static void main(String[] arguments) throws Exception {
        Map<String, SortedMap<String, List<Element>>> tables = new TreeMap<>();
        tables.put("", elementsOf(ULocale.ROOT));
        for (String language : FIRST.keySet()) {
            tables.put(language, elementsOf(new ULocale(language)));
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        write(tables, out);
        out.flush();
    }

    private static SortedMap<String, List<Element>> elementsOf(ULocale locale) throws Exception {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(locale);
        UnicodeSet contractions = new UnicodeSet();
        collator.getContractionsAndExpansions(contractions, new UnicodeSet(), true);
        UnicodeSet repertoire = new UnicodeSet(REPERTOIRE);
        SortedMap<String, List<Element>> found = new TreeMap<>();
        for (String text : repertoire) {
            found.put(text, elements(collator, text));
        }
        for (String text : contractions) {
            if (repertoire.containsAll(text)) {
                checkContiguous(text);
                found.put(text, elements(collator, text));
            }
        }
        return found;
    }

    /** The kit looks for contractions in unbroken text only, which is enough while none ends in a reordrant mark. */
    private static void checkContiguous(String text) {
        int last = text.codePointBefore(text.length());
        if (UCharacter.getCombiningClass(last) != 0) {
            throw new IllegalStateException("U+" + hex(text) + " may be found with other marks between");
        }
    }

    private static List<Element> elements(RuleBasedCollator collator, String text) {
        List<Element> found = new ArrayList<>();
        CollationElementIterator iterator = collator.getCollationElementIterator(text);
        for (int order = iterator.next(); order != CollationElementIterator.NULLORDER; order = iterator.next()) {
            long primary = CollationElementIterator.primaryOrder(order);
            int secondary = CollationElementIterator.secondaryOrder(order);
            int tertiary = CollationElementIterator.tertiaryOrder(order);
            if ((tertiary & CONTINUATION) == CONTINUATION) {
                Element begun = found.remove(found.size() - 1);
                found.add(
                        new Element(
                                begun.primary | primary,
                                begun.secondary | secondary,
                                begun.tertiary | tertiary & ~CONTINUATION));
            } else if (order != 0) {
                found.add(new Element(primary << 16, secondary << 8, (tertiary & ~CONTINUATION) << 8));
            }
        }
        return found;
    }

    private static void write(Map<String, SortedMap<String, List<Element>>> tables, PrintStream out) throws Exception {
        SortedSet<Long> primaries = new TreeSet<>(), secondaries = new TreeSet<>(), tertiaries = new TreeSet<>();
        tables.values().forEach(table -> table.values().forEach(elements -> elements.forEach(element -> {
            primaries.add(element.primary);
            secondaries.add((long) element.secondary);
            tertiaries.add((long) element.tertiary);
        })));
        Map<Long, Integer> first = ranks(primaries), second = ranks(secondaries), third = ranks(tertiaries);
        SortedMap<String, List<Element>> root = tables.get("");
        out.printf("# Collation elements of CLDR %s, from ICU4J %s.%n", cldr(), VersionInfo.ICU_VERSION);
        out.println("# Made by tests/languages/make_collation_table.py; not to be changed by hand.");
        out.println("# Copyright 1991-2025 Unicode, Inc. Unicode License v3: see LICENSE in this folder.");
        out.println("#");
        out.println("# A line is the code points of a character or contraction, and its elements: primary.secondary.tertiary,");
        out.println("# numbered from 1 in hexadecimal, 0 where an element has none. White space ends with the weight after");
        out.println("# “spaces”, punctuation with that after “punctuation”; letters begin with that after “letters”. A language");
        out.println("# has the weights of the script that it sorts first, and what is not as in the root.");
        out.printf("spaces %x%n", first.get(primary(root, " ")));
        out.printf("punctuation %x%n", first.get(primary(root, "`")) - 1);
        out.printf("letters %x%n", first.get(primary(root, "a")));
        for (Map.Entry<String, SortedMap<String, List<Element>>> table : tables.entrySet()) {
            String language = table.getKey();
            out.println(language.isEmpty() ? "[root]" : "[" + language + " " + block(language, table.getValue(), first) + "]");
            for (Map.Entry<String, List<Element>> line : table.getValue().entrySet()) {
                if (language.isEmpty() || !line.getValue().equals(root.get(line.getKey()))) {
                    out.print(hex(line.getKey()) + ";");
                    out.println(written(line.getValue(), first, second, third));
                }
            }
        }
    }

    private static String written(
            List<Element> elements, Map<Long, Integer> first, Map<Long, Integer> second, Map<Long, Integer> third) {
        List<String> found = new ArrayList<>();
        for (Element element : elements) {
            found.add(
                    String.format(
                            "%x.%x.%x",
                            first.get(element.primary),
                            second.get((long) element.secondary),
                            third.get((long) element.tertiary)));
        }
        return String.join(" ", found);
    }

    /** The numbers of the weights that a script's letters have: nothing of another script may lie between them. */
    private static String block(String language, SortedMap<String, List<Element>> table, Map<Long, Integer> ranks) {
        int script = FIRST.get(language);
        long letters = primary(table, "a");
        SortedSet<Long> own = new TreeSet<>(), others = new TreeSet<>();
        for (Map.Entry<String, List<Element>> line : table.entrySet()) {
            boolean isOwn = UScript.getScript(line.getKey().codePointAt(0)) == script;
            for (Element element : line.getValue()) {
                if (element.primary >= letters) {
                    (isOwn ? own : others).add(element.primary);
                }
            }
        }
        if (!others.subSet(own.first(), own.last() + 1).isEmpty()) {
            throw new IllegalStateException(language + " shares its weights with another script");
        }
        return String.format("%x-%x", ranks.get(own.first()), ranks.get(own.last()));
    }

    private static long primary(SortedMap<String, List<Element>> table, String text) {
        return table.get(text).get(0).primary;
    }

    private static Map<Long, Integer> ranks(SortedSet<Long> weights) {
        Map<Long, Integer> found = new TreeMap<>();
        weights.add(0L);
        for (long weight : weights) {
            found.put(weight, found.size());
        }
        return found;
    }

    private static String cldr() {
        return LocaleData.getCLDRVersion().getMajor() + "." + LocaleData.getCLDRVersion().getMinor();
    }

    private static String hex(String text) {
        List<String> found = new ArrayList<>();
        text.codePoints().forEach(one -> found.add(String.format("%04X", one)));
        return String.join(" ", found);
    }
}

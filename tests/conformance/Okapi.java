import java.io.File;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.core.Part;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import net.sf.okapi.lib.xliff2.writer.XLIFFWriter;

/** Okapi's own library of XLIFF 2, asked from the command line: validate FILE…, rewrite FROM TO, split FROM TO. */
public class Okapi {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("validate")) {
            for (int n = 1; n < arguments.length; n++) {
                validate(arguments[n]);
            }
        } else {
            copy(new File(arguments[1]), new File(arguments[2]), arguments[0].equals("split"));
        }
    }

    private static void validate(String path) {
        String fault = "";
        try {
            XLIFFReader.validate(new File(path));
        } catch (RuntimeException error) {
            fault = String.valueOf(error.getMessage()).replace('\n', ' ');
        }
        System.out.println(path + "\t" + fault);
    }

    /** What an agency's tool does with a file: every unit read, parted if asked for, and written anew. */
    private static void copy(File from, File to, boolean split) throws Exception {
        try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL); XLIFFWriter writer = new XLIFFWriter()) {
            reader.open(from);
            writer.create(to, "en");
            while (reader.hasNext()) {
                Event event = reader.next();
                if (split && event.isUnit()) {
                    part(event.getUnit());
                }
                writer.writeEvent(event);
            }
        }
    }

    private static void part(Unit unit) {
        Segment whole = unit.getSegment(0);
        int source = middle(whole.getSource());
        int target = whole.hasTarget() ? middle(whole.getTarget()) : -1;
        unit.split(0, 0, source, target < 0 ? -1 : 0, target, false);
    }

    /** About the middle of a text, not within one of Okapi's signs for a code, which are two characters. */
    private static int middle(Fragment text) {
        String coded = text.getCodedText();
        int at = coded.length() / 2;
        return at > 0 && Fragment.isChar1(coded.charAt(at - 1)) ? at + 1 : at;
    }
}

// Compares pairs of texts as Intl.Collator does: asked by collation_judge.py with JSON on standard input.
import { readFileSync } from "node:fs";

const questions = JSON.parse(readFileSync(0, "utf8"));
const answers = questions.map(({ tag, ignorePunctuation, pairs }) => {
  const collator = new Intl.Collator(tag, { ignorePunctuation });
  return pairs.map(([one, other]) => Math.sign(collator.compare(one, other)));
});
process.stdout.write(JSON.stringify({ cldr: process.versions.cldr, answers }));

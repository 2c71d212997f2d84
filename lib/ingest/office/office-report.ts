import { counted, wasOrWere } from "./office-article";

/** What is counted while a document is read, for the notes to the editor. */
export const COUNTED = [
  "insertions",
  "deletions",
  "moves",
  "hidden",
  "pictures",
  "charts",
  "diagrams",
  "objects",
  "equations",
  "oldEquations",
  "readings",
  "unknownSymbols",
  "unknownEncodings",
  "forcedDirections",
  "comments",
  "embedded",
] as const;

/** Counts what a reader leaves out or alters, and says so. */
export class OfficeReport {
  readonly #counts = new Map<(typeof COUNTED)[number], number>();
  readonly #fields = new Map<string, number>();

  count(what: (typeof COUNTED)[number], by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  /** A field whose text the file does not have. @param name such as AUTONUM */
  countField(name: string): void {
    this.#fields.set(name, (this.#fields.get(name) ?? 0) + 1);
  }

  /** What an editor should know, in sentences. @param headers whether headers or footers with words are left out */
  notes({ headers }: { headers: boolean }): string[] {
    const of = (what: (typeof COUNTED)[number]) => this.#counts.get(what) ?? 0;
    const line = (what: (typeof COUNTED)[number], write: (count: number) => string) =>
      of(what) > 0 ? [write(of(what))] : [];
    return [
      ...this.#changes(),
      ...line("hidden", (n) => `${counted(n, "hidden passage")} ${wasOrWere(n)} left out.`),
      ...line("comments", (n) => `${counted(n, "comment")} ${wasOrWere(n)} left out.`),
      ...line("pictures", (n) => `${counted(n, "picture")} ${wasOrWere(n)} left out.`),
      ...line(
        "charts",
        (n) =>
          `${counted(n, "chart")} ${wasOrWere(n)} left out, with the text and figures in ${n === 1 ? "it" : "them"}.`,
      ),
      ...line(
        "diagrams",
        (n) =>
          `${counted(n, "diagram")} (SmartArt) ${wasOrWere(n)} left out, with the text in ${n === 1 ? "it" : "them"}.`,
      ),
      ...line(
        "equations",
        (n) =>
          `${counted(n, "equation")} ${n === 1 ? "is" : "are"} written in one line. Compare with the file.`,
      ),
      ...line(
        "oldEquations",
        (n) =>
          `${counted(n, "equation")} ${wasOrWere(n)} left out: the file has ${n === 1 ? "it" : "them"} as a picture only. Add ${n === 1 ? "it" : "them"} by hand.`,
      ),
      ...line("objects", (n) => `${counted(n, "embedded object")} ${wasOrWere(n)} left out.`),
      ...line(
        "embedded",
        (n) => `${counted(n, "embedded document")} could not be read and ${wasOrWere(n)} left out.`,
      ),
      ...line("readings", (n) => `${counted(n, "reading")} above characters ${wasOrWere(n)} left out.`),
      ...line(
        "unknownSymbols",
        (n) =>
          `${counted(n, "symbol")} of a special font ${n === 1 ? "is" : "are"} shown as □. Compare with the file.`,
      ),
      ...line("unknownEncodings", () => "Some text has an unknown encoding. Compare with the file."),
      ...line(
        "forcedDirections",
        (n) =>
          `${counted(n, "passage")} with a forced direction ${n === 1 ? "is" : "are"} in the order of the file. Compare with the file.`,
      ),
      ...[...this.#fields].map(
        ([name, n]) =>
          `${counted(n, "field")} (${name}) ${n === 1 ? "has" : "have"} no text in the file and ${wasOrWere(n)} left out.`,
      ),
      ...(headers ? ["The headers and footers of the pages were left out."] : []),
    ];
  }

  #changes(): string[] {
    const parts = [
      [this.#counts.get("deletions") ?? 0, "tracked deletion"],
      [this.#counts.get("insertions") ?? 0, "tracked insertion"],
      [this.#counts.get("moves") ?? 0, "tracked move"],
    ] as const;
    const present = parts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
    if (present.length === 0) return [];
    const total = parts.reduce((sum, [count]) => sum + count, 0);
    const list = new Intl.ListFormat("en").format(present);
    return [`${list} ${wasOrWere(total)} accepted; the text is the accepted version.`];
  }
}

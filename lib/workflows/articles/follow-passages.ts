import { type ArticleVersion, getVersionText } from "@/lib/db/article-versions";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import { ARTICLE_LIMITS } from "@/lib/ingest/parse-article";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { err, type Result } from "@/lib/result";
import {
  draftVersion,
  type VersionDraft,
  type VersionInput,
  type VersionPassage,
} from "@/lib/versions/draft-version";
import { invalid } from "@/lib/workflows/refusals";

/** How the text of an article changes. */
export type TextChange =
  | {
      origin: "replaced";
      doc: DocumentNode;
      /** Canonical text of `doc`. */
      text: string;
      /** Number of the earlier version that this restores, if any. */
      restored?: number;
    }
  | {
      origin: "edited";
      /** ProseMirror steps as JSON, from the document of the version that is replaced. */
      steps: readonly object[];
    };

/**
 * Up to these limits, passages are followed in this process, which takes about 50 ms at most; above them, in a child process. `length` is
 * the UTF-16 units of all texts together, `different` how many of them differ, and `mappings` the number of passages times the number
 * of editing steps.
 */
const HERE = { length: 100_000, different: 8_000, passages: 200, mappings: 50_000 } as const;

/** The key of a passage in a map of outcomes. */
export function passageKeyOf({ versionId, start, end }: VersionPassage): string {
  return `${versionId} ${start} ${end}`;
}

/** Each passage once, without its other properties. */
export function uniquePassages(passages: readonly VersionPassage[]): VersionPassage[] {
  return [
    ...new Map(
      passages.map(({ versionId, start, end }) => {
        const passage = { versionId, start, end };
        return [passageKeyOf(passage), passage] as const;
      }),
    ).values(),
  ];
}

/**
 * Makes the new text and follows the passages into it: in this process if that is quick, otherwise in a child process. Nothing is stored.
 * @param before the version that the text replaces
 * @param language of both, BCP 47
 * @returns an outcome for each passage, in the same order
 */
export async function followPassages(
  before: ArticleVersion,
  change: TextChange,
  passages: readonly VersionPassage[],
  language: string,
): Promise<Result<VersionDraft, Failure>> {
  const texts = new Map<string, string>();
  for (const versionId of new Set(passages.map((each) => each.versionId)))
    texts.set(versionId, versionId === before.id ? before.text : await getVersionText(versionId));
  const input: VersionInput = {
    language,
    change:
      change.origin === "replaced"
        ? { kind: "replaced", text: change.text }
        : {
            kind: "edited",
            versionId: before.id,
            doc: before.doc,
            steps: change.steps,
            maxLength: ARTICLE_LIMITS.text,
          },
    texts,
    passages,
  };
  if (isQuick(input)) return asFailure(draftVersion(input));
  const ran = await runInChildProcess("draft-version", input);
  if (ran.ok) return asFailure(ran.value);
  return err({
    kind: "unavailable",
    message:
      "Comparing the new text with the current one took too long, so nothing was changed. Try again, or replace the text in smaller parts.",
    cause: ran.error.cause ?? ran.error.kind,
  });
}

function isQuick({ change, texts, passages }: VersionInput): boolean {
  let length = 0;
  // The steps contain all new text; what they delete is not compared with anything.
  let different = change.kind === "edited" ? JSON.stringify(change.steps).length : 0;
  const present = change.kind === "edited" ? (texts.get(change.versionId) ?? "") : change.text;
  for (const text of texts.values()) {
    length += text.length;
    different += differentLength(text, present);
  }
  const steps = change.kind === "edited" ? change.steps.length : 0;
  return (
    length <= HERE.length &&
    different <= HERE.different &&
    passages.length <= HERE.passages &&
    steps * Math.max(1, passages.length) <= HERE.mappings
  );
}

/** The length of what two texts have between their common beginning and their common end. */
function differentLength(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return one.length + other.length - 2 * (head + tail);
}

function asFailure(drafted: ReturnType<typeof draftVersion>): Result<VersionDraft, Failure> {
  return drafted.ok ? drafted : invalid(drafted.error.message, undefined, drafted.error.cause);
}

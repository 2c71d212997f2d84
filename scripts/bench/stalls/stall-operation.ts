import type { DeskClient } from "./desk-client";
import type { Subject } from "./fill-article";

/** An operation with its worst input. */
export interface StallOperation {
  name: string;
  /** The statuses that are right: a refusal is right for an input beyond the limits. */
  expected: readonly number[];
  run(client: DeskClient, subject: Subject): Promise<number>;
  /** Its input does not depend on the article, so it is measured once. */
  alone?: true;
}

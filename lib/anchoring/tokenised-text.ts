import type { FoldedText } from "./fold-invisible";
import { type Tokens, tokenise, type Vocabulary } from "./tokenise";

/** A folded text and its tokens, whose offsets are in the folded text. */
export interface TokenisedText {
  folded: FoldedText;
  tokens: Tokens;
}

/** Finds the tokens of a folded text. @param vocabulary shared with the texts that it is compared with */
export function tokenised(folded: FoldedText, vocabulary: Vocabulary): TokenisedText {
  return { folded, tokens: tokenise(folded.text, vocabulary) };
}

import type { Failure } from "@/lib/failure";
import type { RedactInput, RedactionTargetInput } from "@/lib/redactions/redaction-input";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import type { Result } from "@/lib/result";

/** The server actions of the form. */
export interface RedactionActions {
  preview: (input: {
    articleId: string;
    target: RedactionTargetInput;
  }) => Promise<Result<RedactionPreview, Failure>>;
  redact: (input: RedactInput) => Promise<Result<{ number: number; spots: number }, Failure>>;
}

import type { DeskRead } from "@/components/reads/read-desk";
import type { Failure } from "@/lib/failure";
import type { RedactInput, RedactionTargetInput } from "@/lib/redactions/redaction-input";
import type { RedactionPreview } from "@/lib/redactions/redaction-preview";
import type { Result } from "@/lib/result";

/** The server actions of the form. */
export interface RedactionActions {
  redact: (input: RedactInput, key: string) => Promise<Result<{ number: number; spots: number }, Failure>>;
}

/** What would be redacted. */
export type PreviewRedaction = DeskRead<
  { articleId: string; target: RedactionTargetInput },
  RedactionPreview
>;

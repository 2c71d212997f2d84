import { z } from "zod";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { err, ok, type Result } from "@/lib/result";
import type { Problem } from "../problem";

/** Maximum bytes of a form's field. Its file is not a field. */
export const MAX_FIELD_LENGTH = 1024 * 1024;

/** The fields of a form that are lists or objects. A form sends texts, so each is sent as JSON. */
export function jsonFieldsOf(formSchema: z.ZodType | undefined): string[] {
  if (!(formSchema instanceof z.ZodObject)) return [];
  return Object.entries(formSchema.shape as Record<string, z.ZodType>)
    .filter(([, field]) => isStructured(field))
    .map(([name]) => name);
}

function isStructured(field: z.ZodType): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault)
    return isStructured(field.unwrap() as z.ZodType);
  return field instanceof z.ZodArray || field instanceof z.ZodObject || field instanceof z.ZodRecord;
}

/** The fields of a form as the values that its schema describes. @param sent each field as text */
export function readFormFields(
  formSchema: z.ZodType | undefined,
  sent: Readonly<Record<string, string>>,
): Result<Record<string, unknown>, Problem> {
  const json = new Set(jsonFieldsOf(formSchema));
  const values: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(sent)) {
    if (!json.has(name)) {
      values[name] = text;
      continue;
    }
    const parsed = parseBoundedJson(text);
    if (!parsed.ok) {
      const detail =
        parsed.error.kind === "malformed"
          ? `The field ${name} is not JSON. Send it as JSON, for example [0, 2].`
          : `The field ${name} has more than ${parsed.error.max.toLocaleString("en")} values. Send fewer.`;
      return err({ problem: "invalid", detail, more: { errors: [{ pointer: `/${name}`, detail }] } });
    }
    values[name] = parsed.value;
  }
  return ok(values);
}

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Operation } from "@/lib/api/operation";
import { requestPointer } from "@/lib/api/requests/request-fields";

interface Answered {
  status: number;
  /** Without its parameters: "application/json"; empty without a body. */
  type: string;
  text: string;
}

interface DescribedAnswers {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, object> }> }>>;
}

/** Compares answers with what the OpenAPI document declares. @returns what is wrong with an answer, or null */
export function makeAnswerCheck(document: DescribedAnswers) {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema({ ...document, $id: "openapi" });
  return (operation: Operation, { status, type, text }: Answered): string | null => {
    const { path, method } = operation;
    const declared = document.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
    if (status >= 500) return `status ${status}: ${text.slice(0, 300)}`;
    if (!declared) return `status ${status} is not declared: ${text.slice(0, 300)}`;
    if (!declared.content) return text === "" ? null : "a body that is not declared";
    // The answer's type is without parameters; a declared one can have some.
    const declaredType = Object.keys(declared.content).find((each) => each.split(";")[0] === type);
    if (declaredType === undefined) return `the type ${type || "(none)"} is not declared for ${status}`;
    if (!type.includes("json")) return null;
    const steps = [
      "paths",
      path,
      method.toLowerCase(),
      "responses",
      String(status),
      "content",
      declaredType,
      "schema",
    ];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")));
    const validate = ajv.getSchema(`openapi#/${pointer.join("/")}`);
    if (!validate) return `no schema for ${status} ${type}`;
    const body: unknown = JSON.parse(text);
    if (!validate(body))
      return `${status} breaks its schema: ${JSON.stringify(validate.errors?.slice(0, 3))}`;
    const stated = (body as { status?: unknown }).status;
    if (type === "application/problem+json" && stated !== status) return `the problem states ${stated}`;
    const { errors = [] } = body as { errors?: { pointer: string }[] };
    const strange = errors.find(({ pointer }) => !isRequestField(operation, pointer));
    if (strange) return `the request has no field ${strange.pointer}`;
    return null;
  };
}

/** Whether a pointer names a field of the body, the form, the query or the path. */
function isRequestField(operation: Operation, pointer: string): boolean {
  const path = pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
  return [false, true].some((isForm) => requestPointer(operation, path, isForm) === pointer);
}

import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { env } from "@/lib/env";
import type { Operation } from "./operation";
import { problemsOf } from "./operation";
import { OPERATIONS } from "./operations/all";
import { PROBLEMS, problemSchema } from "./problem";
import { articleFormSchema } from "./schemas/article";

/** The OpenAPI 3.1 document of the API, made from the schemas that its calls are checked by. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Obelus",
      version: "1",
      description: "The fact-checking desk for programs. docs/api.md tells more.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${env().publicUrl}/api/v1` }],
    security: [{ token: [] }],
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Made at /desk/account or by npm run obelus -- token create.",
        },
      },
    },
    paths,
  });
}

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, path, query, body, answer } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const content = contentOf(answer);
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    tags: [path.split("/")[1] ?? ""],
    requestParams: {
      ...(names.length > 0 && {
        path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      }),
      ...(query && { query: query as z.ZodObject }),
      header: z.object(headersOf(operation)),
    },
    ...(body && {
      requestBody: {
        required: !body.mayBeEmpty,
        content: {
          "application/json": { schema: body.schema },
          ...(body.formLimit !== undefined && {
            "multipart/form-data": {
              schema: articleFormSchema.extend({
                file: z
                  .string()
                  .meta({ override: { type: "string", contentMediaType: "application/octet-stream" } }),
              }),
            },
          }),
        },
      },
    }),
    responses: {
      [String(answer.status)]: {
        description: answer.description,
        ...(content && { content }),
        headers: z.object({
          ...(answer.tagged && { ETag: z.string() }),
          ...(answer.located && { Location: z.string() }),
          RateLimit: z.string(),
        }),
      },
      ...Object.fromEntries(problemResponses(operation)),
    },
  };
}

function contentOf({ schema, media }: Operation["answer"]) {
  if (media)
    return Object.fromEntries(
      media.map((type) => [type, { schema: z.string().meta({ override: { contentEncoding: "binary" } }) }]),
    );
  return schema ? { "application/json": { schema } } : undefined;
}

function headersOf({ method, edits }: Operation): Record<string, z.ZodType> {
  return {
    ...(method === "POST" && {
      "Idempotency-Key": z.string().min(1).max(255).optional().meta({
        description: "Repeats with the same key are answered with what was answered first, for a day.",
      }),
    }),
    ...(edits && {
      "If-Match": z.string().meta({ description: "The ETag that the change is made on, or *." }),
    }),
  };
}

/** One answer a status, with the problems that it may be. */
function problemResponses(operation: Operation) {
  const byStatus = new Map<number, string[]>();
  for (const name of new Set(problemsOf(operation))) {
    const [status, title] = PROBLEMS[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (${name})`]);
  }
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, lines]) => [
      String(status),
      {
        description: lines.join("; "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]);
}

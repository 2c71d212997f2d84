import type { Handler } from "@/lib/api/endpoint";
import { problemResponse } from "@/lib/api/problem";

const nothing: Handler = async () =>
  problemResponse({
    problem: "not-found",
    detail: "The API has nothing at this address. What there is stands in /api/v1/openapi.json.",
  });

export {
  nothing as DELETE,
  nothing as GET,
  nothing as OPTIONS,
  nothing as PATCH,
  nothing as POST,
  nothing as PUT,
};

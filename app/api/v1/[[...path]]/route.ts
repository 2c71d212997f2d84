import type { Handler } from "@/lib/api/endpoint";
import { problemResponse } from "@/lib/api/problem";

const notFound: Handler = async () =>
  problemResponse({
    problem: "not-found",
    detail: "The API has nothing at this address. All addresses are listed in /api/v1/openapi.json.",
  });

export {
  notFound as DELETE,
  notFound as GET,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};

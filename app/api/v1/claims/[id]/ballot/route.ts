import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reviews";
import { presentBallot } from "@/lib/api/presenters/present-ballot";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getBallot } from "@/lib/workflows/review/get-ballot";

const get = endpoint(operations.getBallot, async ({ actor, params }) => {
  const ballot = await getBallot(actor, { claimId: params.id ?? "" });
  return ballot.ok ? ok({ body: presentBallot(ballot.value) }) : ballot;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get);

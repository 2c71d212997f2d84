"use server";

import { asActor } from "@/lib/auth/as-actor";
import type { Claim } from "@/lib/claims/claim";
import type { Relative } from "@/lib/db/claim-families";
import type { ReviewDate } from "@/lib/db/review-dates";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import * as families from "@/lib/workflows/watching/claim-family";
import * as flags from "@/lib/workflows/watching/resolve-flag";
import * as dates from "@/lib/workflows/watching/set-review-date";
import * as manyDates from "@/lib/workflows/watching/set-review-dates";

export async function setReviewDate(
  input: dates.SetReviewDateInput,
): Promise<Result<ReviewDate | null, Failure>> {
  return asActor((actor) => dates.setReviewDate(actor, input));
}

export async function setReviewDates(
  input: manyDates.SetReviewDatesInput,
): Promise<Result<{ done: number; left: { claimId: string; message: string }[] }, Failure>> {
  return asActor((actor) => manyDates.setReviewDates(actor, input));
}

export async function confirmFlag(input: flags.ConfirmFlagInput): Promise<Result<null, Failure>> {
  return asActor((actor) => flags.confirmFlag(actor, input));
}

export async function reopenFlagged(input: flags.ReopenFlaggedInput): Promise<Result<null, Failure>> {
  return asActor((actor) => flags.reopenFlagged(actor, input));
}

export async function linkClaims(input: families.LinkClaimsInput): Promise<Result<Relative[], Failure>> {
  return asActor((actor) => families.linkClaims(actor, input));
}

export async function unlinkClaim(input: { claimId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => families.unlinkClaim(actor, input));
}

export async function adoptVerdict(input: families.AdoptVerdictInput): Promise<Result<Claim, Failure>> {
  return asActor((actor) => families.adoptVerdict(actor, input));
}

import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import type { DownloadedFile } from "../downloaded-file";
import { type DigestInput, exportDigest, measureDigest } from "../export-digest";
import { type DossierInput, exportDossier, measureDossier } from "../export-dossier";
import { type EvidencePackInput, exportEvidencePack, measureEvidencePack } from "../export-evidence-pack";
import type { MeasuredReport, OnReportProgress } from "../report-progress";

/** A report that can take long: what it is, and its options, which its own workflow checks. */
export type ReportRequest =
  | { kind: "digest"; options: DigestInput | Record<string, string> }
  | { kind: "evidence-pack"; options: EvidencePackInput | Record<string, string> }
  | { kind: "dossier"; options: DossierInput };

/** What is to be made, with checked options, and whether it takes long; or why it can't be made. */
export async function measureReport(
  actor: Actor,
  { kind, options }: ReportRequest,
): Promise<Result<{ isLarge: boolean; request: ReportRequest }, Failure>> {
  const measured: Result<MeasuredReport<ReportRequest["options"]>, Failure> = kind === "digest"
    ? await measureDigest(actor, options)
    : kind === "evidence-pack"
      ? await measureEvidencePack(actor, options)
      : await measureDossier(actor, options);
  if (!measured.ok) return measured;
  return ok({
    isLarge: measured.value.isLarge,
    request: { kind, options: measured.value.options } as ReportRequest,
  });
}

/** Makes a report. */
export function makeReport(
  actor: Actor,
  { kind, options }: ReportRequest,
  onProgress?: OnReportProgress,
): Promise<Result<DownloadedFile, Failure>> {
  switch (kind) {
    case "digest":
      return exportDigest(actor, options, onProgress);
    case "evidence-pack":
      return exportEvidencePack(actor, options, onProgress);
    case "dossier":
      return exportDossier(actor, options);
  }
}

import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import type { ExportFormat } from "@/lib/reports/export-formats";
import type { Paper } from "@/lib/reports/renderers/paper";
import type { Result } from "@/lib/result";
import type { DownloadedFile } from "../downloaded-file";
import { type DigestInput, exportDigest, isLargeDigest } from "../export-digest";
import { exportDossier, isLargeDossier } from "../export-dossier";
import { type EvidencePackInput, exportEvidencePack, isLargeEvidencePack } from "../export-evidence-pack";
import type { OnReportProgress } from "../report-progress";

/** A report that can take long: what it is, and its options, which its own workflow checks. */
export type ReportRequest =
  | { kind: "digest"; options: DigestInput | Record<string, string> }
  | { kind: "evidence-pack"; options: EvidencePackInput }
  | { kind: "dossier"; options: { articleId: string; format: ExportFormat; paper: Paper } };

/** Whether a report takes longer than a person, or a program, should wait for an answer; or why there is none. */
export function isLargeReport(actor: Actor, request: ReportRequest): Promise<Result<boolean, Failure>> {
  switch (request.kind) {
    case "digest":
      return isLargeDigest(actor, request.options);
    case "evidence-pack":
      return isLargeEvidencePack(actor, request.options);
    case "dossier":
      return isLargeDossier(actor, request.options);
  }
}

/** Makes a report. */
export function makeReport(
  actor: Actor,
  request: ReportRequest,
  onProgress?: OnReportProgress,
): Promise<Result<DownloadedFile, Failure>> {
  switch (request.kind) {
    case "digest":
      return exportDigest(actor, request.options, onProgress);
    case "evidence-pack":
      return exportEvidencePack(actor, request.options, onProgress);
    case "dossier":
      return exportDossier(actor, request.options);
  }
}

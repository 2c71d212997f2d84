"use client";

import { useContext } from "react";
import { type ReportWords, reportWords } from "@/lib/reports/report-words";
import { LanguageContext } from "./use-words";

/** The words of Reports in the language of the page: `const { describeOrigin } = useReportWords();`. */
export function useReportWords(): ReportWords {
  return reportWords(useContext(LanguageContext));
}

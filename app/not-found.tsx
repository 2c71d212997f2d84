import { SiteFooter, SiteHeader } from "@/components/reader/frame/site-frame";
import { NotFoundNotice } from "@/components/reader/not-found-notice";

export default function NotFound() {
  return (
    <>
      <SiteHeader organisation={null} />
      <NotFoundNotice />
      <SiteFooter organisation={null} />
    </>
  );
}

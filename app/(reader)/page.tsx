export default function FrontPage() {
  return <main>Obelus</main>;
}

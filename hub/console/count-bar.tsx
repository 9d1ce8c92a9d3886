/** A bar for the eye beside a figure for everybody; its style is in `reports.css`. @param share of the longest, 0 to 1 */
export function CountBar({ share }: { share: number }) {
  return (
    <svg class="count-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(share * 100).toFixed(1)} height="10" />
    </svg>
  );
}

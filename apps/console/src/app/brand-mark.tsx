/** The house's own sign: a wind barb on its station. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.4}
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="8" cy="24" r="3.2" />
      <path d="M10.5 21.5 26 6M26 6l2 7.5M21.5 10.5l1.5 5.5" />
    </svg>
  );
}

/** Two links of a chain that hold each other: a knot, "simpul". */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <path
        d="M18.6 20.4A7.2 7.2 0 1 1 17.8 9.9M13.4 11.6a7.2 7.2 0 1 1 .8 10.5"
        stroke="var(--accent)"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
    </svg>
  );
}

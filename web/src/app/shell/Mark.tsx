/** Two links of a chain that hold each other: a knot, "simpul". */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden>
      <g stroke="var(--accent)" strokeWidth="3.4" strokeLinecap="round">
        <path d="M19.6 15.2A8 7.2 0 1 0 14.3 20.1" />
        <path d="M12.4 16.8A8 7.2 0 1 0 17.7 11.9" />
      </g>
    </svg>
  );
}

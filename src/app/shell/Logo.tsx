/** @file The mark of the app: three things that may be looked at, and one that looks. */

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        <path className="logo-line" d="M12 18.5C12 12 4.5 13 4.5 6.5" strokeWidth="1.6" />
        <path className="logo-weight" d="M12 18.5V6.5" strokeWidth="3.4" />
        <path className="logo-line" d="M12 18.5C12 12 19.5 13 19.5 6.5" strokeWidth="1.6" />
      </g>
      <circle className="logo-key" cx="4.5" cy="5" r="2.6" />
      <circle className="logo-key" cx="12" cy="5" r="2.6" />
      <circle className="logo-key" cx="19.5" cy="5" r="2.6" />
      <circle className="logo-query" cx="12" cy="20" r="3" />
    </svg>
  );
}

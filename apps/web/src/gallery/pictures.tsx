/** Drawn people and a drawn hall: the gallery has no camera. */
type Look = {
  readonly wall: string;
  readonly skin: string;
  readonly hair: string;
  readonly coat: string;
  readonly long: boolean;
};

const LOOKS: readonly Look[] = [
  { wall: '#c3cdc6', skin: '#f1ccb4', hair: '#a38a66', coat: '#2f4a5c', long: true },
  { wall: '#aec3c4', skin: '#8a5a3c', hair: '#4a3020', coat: '#5d4a44', long: true },
  { wall: '#7f8a8c', skin: '#d9a98a', hair: '#2b211c', coat: '#33443a', long: false },
  { wall: '#cfcfcd', skin: '#c98d63', hair: '#241a15', coat: '#33465e', long: false },
  { wall: '#b9c6d0', skin: '#f0c9b0', hair: '#6b4a32', coat: '#3f4a63', long: true },
  { wall: '#d2d0c6', skin: '#f2d3be', hair: '#d0a75a', coat: '#2d4464', long: false },
  { wall: '#d6c8b6', skin: '#c08a68', hair: '#51707a', coat: '#3f5f68', long: true },
];

/** A portrait; the same number gives the same person. */
export function Portrait({ person }: { readonly person: number }) {
  const { wall, skin, hair, coat, long } = LOOKS[person % LOOKS.length] ?? (LOOKS[0] as Look);
  return (
    <svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect width="320" height="180" fill={wall} />
      <rect x="0" y="118" width="320" height="6" fill="#000" opacity=".08" />
      <rect x="24" y="20" width="52" height="38" fill="#fff" opacity=".3" />
      <rect x="250" y="34" width="46" height="60" fill="#000" opacity=".1" />
      {long && <path d="M118 74c0-34 18-54 42-54s42 20 42 54v52h-84z" fill={hair} />}
      <path d="M70 180c6-36 36-50 90-50s84 14 90 50z" fill={coat} />
      <path d="M136 132h48l-24 26z" fill="#f2efe8" />
      <rect x="145" y="108" width="30" height="32" rx="12" fill={skin} />
      <ellipse cx="160" cy="80" rx="31" ry="38" fill={skin} />
      <path
        d={
          long
            ? 'M128 78c-2-32 12-46 32-46s36 14 32 46c-10-12-20-24-26-30-8 12-22 22-38 30z'
            : 'M127 76c-4-32 12-44 33-44s37 12 33 44c-4-16-10-22-16-24-12 4-26 4-36 0-6 4-11 10-14 24z'
        }
        fill={hair}
      />
      <circle cx="148" cy="82" r="3" fill="#222" />
      <circle cx="172" cy="82" r="3" fill="#222" />
      <path d="M149 101c7 5 15 5 22 0" fill="none" stroke="#7d4a42" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

export function Hall() {
  const rows = [0, 1, 2, 3];
  return (
    <svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <rect width="320" height="180" fill="#bd9c6c" />
      <rect y="86" width="320" height="94" fill="#77746c" />
      <rect x="20" y="18" width="76" height="44" fill="#3a4140" />
      <rect x="24" y="22" width="68" height="36" fill="#c3cdc6" />
      <rect x="224" y="18" width="76" height="44" fill="#f7f7f5" />
      <path d="M234 32h52M234 42h40" stroke="#555" strokeWidth="3" />
      <rect x="118" y="58" width="84" height="30" fill="#6d4a2c" />
      {[132, 160, 188].map((x) => (
        <g key={x}>
          <rect x={x - 10} y="44" width="20" height="16" rx="6" fill="#26333f" />
          <circle cx={x} cy="38" r="7" fill="#eac6ac" />
        </g>
      ))}
      {rows.map((row) => (
        <g key={row}>
          <path
            d={`M${40 - row * 10} ${112 + row * 20}q${120 + row * 10} ${14} ${240 + row * 20} 0`}
            fill="none"
            stroke="#8a6336"
            strokeWidth="6"
          />
          {Array.from({ length: 8 + row }, (_, n) => (
            <circle
              key={n}
              cx={52 - row * 10 + (n * (216 + row * 20)) / (7 + row)}
              cy={104 + row * 20 + 6 * Math.sin((n / (7 + row)) * Math.PI)}
              r="6.5"
              fill={['#3a2a22', '#8d6b48', '#d8d5cf', '#5b3a2b', '#c79a52'][(n + row * 2) % 5]}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

import { createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const shades = (name: string): MantineColorsTuple => {
  const v = `var(--mantine-color-${name}-filled)`;
  return [v, v, v, v, v, v, v, v, v, v];
};

/** Every variant speaks in tokens, so that light, dark, print and high contrast follow by themselves. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const danger = color === 'danger';
  const strong = danger ? 'var(--danger)' : 'var(--accent)';
  const text = danger ? 'var(--danger)' : 'var(--accent-text)';
  if (variant === 'filled')
    return {
      background: strong,
      hover: danger ? 'var(--danger-hover)' : 'var(--accent-hover)',
      hoverColor: danger ? 'var(--on-danger)' : 'var(--on-accent)',
      color: danger ? 'var(--on-danger)' : 'var(--on-accent)',
      border: '1px solid transparent',
    };
  if (variant === 'light')
    return { background: 'var(--soft)', hover: 'var(--soft)', color: text, border: '1px solid transparent' };
  if (variant === 'subtle' || variant === 'transparent')
    return { background: 'transparent', hover: 'var(--hover)', color: text, border: '1px solid transparent' };
  return {
    background: 'var(--paper)',
    hover: 'var(--hover)',
    color: danger ? 'var(--danger)' : 'var(--ink)',
    border: '1px solid var(--line2)',
  };
};

const buttonHeights: Record<string, string> = { sm: '2rem', md: '2.5rem', lg: '3rem' };
const dialog = {
  lockScroll: false,
  overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 },
  transitionProps: { duration: 0 },
} as const;
const quick = { transitionProps: { duration: 0 } } as const;

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-code)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  primaryColor: 'brand',
  colors: { brand: shades('brand'), danger: shades('danger') },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '96em' },
  variantColorResolver,
  // Plain objects, not `Button.extend`: naming a component here would pull it into the first load.
  components: {
    Button: {
      defaultProps: { size: 'md', variant: 'default' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        root: {
          '--button-height': buttonHeights[String(props.size)] ?? '2.5rem',
          '--button-padding-x': props.size === 'sm' ? '0.75rem' : '1rem',
          '--button-fz': props.size === 'sm' ? '0.9375rem' : '1rem',
        },
      }),
    },
    Checkbox: {
      vars: () => ({
        root: {
          '--checkbox-color': 'var(--accent)',
          '--checkbox-icon-color': 'var(--on-accent)',
          '--checkbox-size': '1.125rem',
        },
      }),
    },
    Radio: {
      vars: () => ({
        root: {
          '--radio-color': 'var(--accent)',
          '--radio-icon-color': 'var(--on-accent)',
          '--radio-size': '1.25rem',
        },
      }),
    },
    Modal: { defaultProps: { ...dialog, centered: true, radius: 'lg', padding: 'lg' } },
    Drawer: { defaultProps: dialog },
    Menu: { defaultProps: quick },
    Popover: { defaultProps: quick },
    // Inside the page's landmarks, where readers look for it.
    Select: { defaultProps: { comboboxProps: { ...quick, withinPortal: false } } },
    Tooltip: { defaultProps: { ...quick, openDelay: 300 } },
  },
});

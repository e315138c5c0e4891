import { readWhenUsed } from './charts/when-used.ts';

for (const plot of document.querySelectorAll<HTMLElement>('.plot')) readWhenUsed(plot);

/** Texts of the material bank: what is refused. */
import { messages } from '../../core/text.ts';

export const text = messages({
  unknownMaterial: {
    fi: 'Tätä materiaalia ei ole enää materiaalipankissa.',
    sv: 'Det här materialet finns inte längre i materialbanken.',
    en: 'This item is no longer in the material bank.',
  },
});

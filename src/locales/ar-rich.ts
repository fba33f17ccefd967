import { isolate } from './isolate.js';
import type { Format, RichTerms } from './terms.js';

/** The Arabic texts of rich messages. */
export const richTermsInArabic = (number: Format): RichTerms => ({
  richChosen: 'تم اختياره',
  richSend: 'إرسال',
  richSent: 'أُرسل',
  richPickOne: 'اختر واحدًا',
  richPick: (min, max) =>
    min === max
      ? `عدد الاختيارات: ${number(min)}`
      : min > 0
        ? `عدد الاختيارات: من ${number(min)} إلى ${number(max)}`
        : `عدد الاختيارات: ${number(max)} على الأكثر`,
  richPickMissing: 'اختر شيئًا أولًا من فضلك',
  richPickTooMany: (max) => `الحد الأقصى للاختيارات: ${number(max)}`,
  richMissing: 'هذا الحقل مطلوب',
  richWrong: 'هذه القيمة لا تبدو صحيحة',
  richNeeded: 'مطلوب',
  richYes: 'نعم',
  richOpens: 'يُفتح في علامة تبويب جديدة',
  richShowPicture: (host) => `عرض الصورة من ${isolate(host)}`,
  richPictureFailed: 'تعذّر عرض الصورة',
  richCards: 'بطاقات',
  richPictures: 'صور',
  richPrevious: 'السابق',
  richNext: 'التالي',
  richPosition: (place, of) => `${number(place)} من ${number(of)}`,
  richTimeLeft: (time) => `الوقت المتبقي: ${time}`,
  richTimeOver: 'انتهى الوقت',
  richDate: 'التاريخ',
  richTime: 'الوقت',
  richDateTime: 'التاريخ والوقت',
  amendedEdited: 'مُعدَّلة',
  amendedRetracted: 'حُذفت هذه الرسالة',
  amendedWriting: 'تجري الكتابة',
});

"""A paragraph in each of some languages, long enough to tell its encoding by, and the encodings that it is written in."""

PARAGRAPHS = {
    "zh": (
        "中国政府昨日向塞尔维亚运送了十二吨口罩和防护服。卫生部门表示，这批物资已经抵达首都机场。"
        "双方的专家通过视频会议交流了防控经验，并商定下周继续讨论。当地居民对这一援助表示感谢。"
    ),
    "zh-hant": (
        "中國政府昨日向塞爾維亞運送了十二噸口罩和防護衣。衛生部門表示，這批物資已經抵達首都機場。"
        "雙方的專家透過視訊會議交流了防控經驗，並商定下週繼續討論。當地居民對這一援助表示感謝。"
    ),
    "ja": (
        "日本政府は昨日、セルビアにマスク十二トンを送りました。保健省によると、物資はすでに首都の空港に到着しています。"
        "両国の専門家はオンライン会議で経験を共有し、来週も話し合いを続けることになりました。"
    ),
    "ko": (
        "한국 정부는 어제 세르비아에 마스크 십이 톤을 보냈다. 보건부에 따르면 이 물자는 이미 수도 공항에 도착했다. "
        "양국 전문가들은 화상 회의에서 경험을 나누었고 다음 주에도 논의를 계속하기로 했다."
    ),
    "ru": (
        "Правительство Китая вчера отправило в Сербию двенадцать тонн масок. По словам министерства здравоохранения, "
        "груз уже прибыл в аэропорт столицы. Специалисты двух стран обменялись опытом на видеоконференции."
    ),
    "pl": (
        "Rząd Chin wysłał wczoraj do Serbii dwanaście ton maseczek. Według ministerstwa zdrowia ładunek dotarł już na "
        "lotnisko w stolicy. Eksperci obu państw wymienili się doświadczeniami i będą kontynuować rozmowy w przyszłym tygodniu."
    ),
    "fr": (
        "Le gouvernement de la Chine a envoyé hier à la Serbie douze tonnes de masques. D'après le ministère de la santé, "
        "la cargaison est déjà arrivée à l'aéroport. Les spécialistes ont échangé leurs expériences et se reverront bientôt."
    ),
    "ar": (
        "أرسلت حكومة الصين أمس إلى صربيا اثني عشر طنا من الكمامات. وقالت وزارة الصحة إن الشحنة وصلت بالفعل إلى مطار العاصمة. "
        "وتبادل خبراء البلدين الخبرات في اجتماع عبر الفيديو وسيواصلون النقاش في الأسبوع القادم."
    ),
    "el": (
        "Η κυβέρνηση της Κίνας έστειλε χθες στη Σερβία δώδεκα τόνους μάσκες. Σύμφωνα με το υπουργείο υγείας, το φορτίο "
        "έφτασε ήδη στο αεροδρόμιο της πρωτεύουσας. Οι ειδικοί αντάλλαξαν εμπειρίες και θα συνεχίσουν τη συζήτηση."
    ),
    "he": (
        "ממשלת סין שלחה אתמול לסרביה שנים עשר טונות של מסכות. לפי משרד הבריאות, המשלוח כבר הגיע לנמל התעופה של הבירה. "
        "המומחים של שתי המדינות החליפו ניסיון וימשיכו את הדיון בשבוע הבא."
    ),
    "th": (
        "เมื่อวานนี้รัฐบาลจีนส่งหน้ากากสิบสองตันไปยังเซอร์เบีย กระทรวงสาธารณสุขกล่าวว่าสินค้าได้มาถึงสนามบินของเมืองหลวงแล้ว "
        "ผู้เชี่ยวชาญของทั้งสองประเทศแลกเปลี่ยนประสบการณ์กัน"
    ),
    "tr": (
        "Çin hükümeti dün Sırbistan'a on iki ton maske gönderdi. Sağlık Bakanlığına göre yük başkentin havaalanına çoktan "
        "ulaştı. İki ülkenin uzmanları deneyimlerini paylaştı ve görüşmelere gelecek hafta da devam edecek."
    ),
}
# By what a file says of itself, or its letters alone, each of these can be told.
ENCODINGS = (
    ("zh", "utf-8"),
    ("zh", "utf-8-sig"),
    ("zh", "utf-16"),
    ("zh", "utf-16-le"),
    ("zh", "utf-16-be"),
    ("zh", "utf-32"),
    ("zh", "utf-32-le"),
    ("zh", "gb18030"),
    ("zh", "gb2312"),
    ("zh-hant", "big5"),
    ("ja", "shift_jis"),
    ("ja", "euc_jp"),
    ("ja", "iso2022_jp"),
    ("ko", "euc_kr"),
    ("ko", "cp949"),
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "iso8859-5"),
    ("ru", "cp866"),
    ("ru", "utf-16-le"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("fr", "cp1252"),
    ("fr", "utf-16-le"),
    ("ar", "cp1256"),
    ("el", "cp1253"),
    ("he", "cp1255"),
    ("th", "cp874"),
    ("tr", "cp1254"),
)
# Hardly met, and hard to tell: right text or a line.
RARE_ENCODINGS = (
    ("zh", "hz"),
    ("zh", "utf-7"),
    ("fr", "cp037"),
    ("fr", "mac-roman"),
    ("fr", "cp850"),
    ("ru", "mac-cyrillic"),
    ("zh", "utf-32-be"),
)
# What a page is written in, and what it says it is.
DECLARED = (
    ("zh", "gb18030", "gb18030"),
    ("zh", "gb18030", "gb2312"),
    ("zh-hant", "big5", "big5"),
    ("ja", "shift_jis", "shift_jis"),
    ("ko", "euc_kr", "euc-kr"),
    ("ru", "cp1251", "windows-1251"),
    ("zh", "gb18030", "iso-8859-1"),
    ("zh", "gb18030", "utf-8"),
    ("zh", "gb18030", "big5"),
    ("zh", "gb18030", "koi8-r"),
    ("zh", "utf-8", "gb2312"),
    ("zh", "utf-8", "iso-8859-1"),
    ("zh", "utf-8", "utf-16"),
    ("ja", "shift_jis", "utf-8"),
    ("ru", "cp1251", "utf-8"),
    ("ru", "koi8-r", "windows-1251"),
    ("fr", "utf-8", "windows-1252"),
    ("fr", "cp1252", "utf-8"),
    ("zh", "utf-16", "utf-8"),
    ("zh", "utf-8", "undefined"),
    ("zh", "utf-8", "x-user-defined"),
    ("zh", "gb18030", "none-of-all"),
    ("zh", "utf-8", "base64"),
    ("zh", "utf-8", "x" * 5000),
)

"""What the columns of a table of documents are called, in the languages that press archives are kept in."""

from collections.abc import Mapping

# The names a column goes by, the likeliest first; capitals, blanks, hyphens and a unit in brackets do not matter.
NAMES: Mapping[str, tuple[str, ...]] = {
    part: tuple(names.split())
    for part, names in {
        "text": """
            text content body article fulltext full_text maintext 正文 内容 文本 全文 article_text body_text
            texto contenido cuerpo artículo texto_completo texte contenu corps texte_intégral conteúdo corpo artigo
            текст содержание статья текст_статьи полный_текст النص نص المحتوى المقال inhalt artikel volltext
            本文 テキスト 記事 記事本文 본문 텍스트 내용 기사 기사본문 testo
            """,
        "title": """
            title headline 标题 题目 título titular titre título titel überschrift schlagzeile заголовок название
            العنوان عنوان タイトル 題名 見出し 件名 제목 표제 titolo
            """,
        "published": """
            published date published_at publish_date pubdate time 发布时间 发布日期 日期 时间 publication_date date_published
            fecha fecha_de_publicación date_de_publication data data_de_publicação дата дата_публикации التاريخ تاريخ
            تاريخ_النشر datum veröffentlicht 日付 公開日 掲載日 発行日 날짜 일자 발행일 게시일
            """,
        "outlet": """
            outlet source publisher media site 来源 媒体 fuente medio fonte veículo éditeur источник издание المصدر
            quelle medium 出典 媒体名 출처 언론사 매체
            """,
        "url": "url link address 链接 网址 enlace lien ссылка الرابط رابط 링크 リンク web_url",
        "id": """
            id _id uid uuid guid article_id doc_id document_id record_id 编号 文章编号 文档编号 identifier identificador
            identifiant kennung идентификатор معرف 記事id 番号 기사id 번호
            """,
    }.items()
}
# What a register calls the file that a row is about.
FILES: tuple[str, ...] = (
    *(
        "path",
        "file",
        "filename",
        "file_name",
        "文件",
        "文件名",
        "档案",
        "档名",
        "路径",
        "ファイル",
        "ファイル名",
        "파일",
        "파일명",
    ),
    *("archivo", "fichero", "fichier", "arquivo", "ficheiro", "файл", "имя_файла", "الملف", "datei", "dateiname"),
)

# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start = Bana aşağıdaki metinleri sorun: onları kelimesi kelimesine, kaynağıyla alıntılayarak yanıtlarım – ya da yanıt vermediklerini söylerim.
examples = Örneğin:
example-question = Metin “{ $heading }” hakkında ne diyor?
help =
    Bana bir soru gönderin; yanıtlayan bölümü alıntılarım.
    Grupta: /ask ve sorunuz, ya da benden bahsedin, ya da bana yanıt verin.
    /articles – neler sorulabilir
    /why – neden bu yanıt, ya da neden yanıt yok
    /verify – sözler metinlerde aynen geçiyor mu
    /cite – başka yerler için bir alıntı: metin, BibTeX, RIS, resim
    /waiting – yanıt bekleyen sorularınız
    /about – ne okuduğum ve ne kadar güncel olduğu
    /language – konuştuğum dil
    /privacy – hakkınızda ne saklıyorum
    /forget – hakkınızda sakladıklarımı sil
help-admin =
    Yöneticiler için: bir dosya, bağlantı ya da iletilen gönderi yollayın, ya da metin yapıştırmak için /add.
    /articles – bir metni kaldır, değiştir ya da düzelt
    /rollback – son değişiklikten önceki metinlere dön
    /gaps – sorulup da metinlerin yanıtlamadıkları
    /status – durumum
    /approve – kabul bekleyenler; /revoke – bir izni geri al
about =
    { $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }, { $passages ->
        [one] { $passages } bölüm
       *[other] { $passages } bölüm
    }, son değişiklik: { $date }.
about-newest = En yenisi: { $title }
start-more =
    { $count ->
        [one] … ve { $count } metin daha
       *[other] … ve { $count } metin daha
    }
start-days = { $first } – { $last }
empty = Henüz sorulacak bir şey yok. Lütfen daha sonra yeniden gelin.
empty-admin = Henüz metin yok. Bana bir dosya, bağlantı ya da iletilen gönderi yollayın, ya da /add ardından bir metin yapıştırın.
article-headings = Şunları sorabilirsiniz:

## Answers
no-answer = Metin buna yanıt vermiyor.
dated-on = { $date }:
earlier-on = Daha önce, { $date }:
unsure-label = Bunun yanıt olduğundan emin değilim.
unanswered = Metin “{ $question }” sorusuna yanıt vermiyor.
closest-button = En yakını: { $name }
closest-label = Yanıt değil, ama bulabildiğim en yakın bölüm.
near-label = Bu da yanıt değil.
other-label = Başka bir bölüm, { $place } / { $count }.
question-understood = Şöyle anladım: “{ $question }”
question-understood-after = Şöyle anladım: “{ $question }”, “{ $before }” sorusundan sonra
others-button = Diğer bölümler ({ $count })
context-button = Daha fazla bağlam
next-button = Sonraki
thanks = Teşekkürler. Adınız olmadan kaydedildi.
all-shown = Metnin tamamı bu.
message-full = Tek bir mesaja bundan fazlası sığmaz.
no-more = Başka bölüm yok.
quote-language = dili: { $language }
changed = Metin bu yanıttan sonra değişti.
again-button = Yeniden sor
forgotten-question = Bu soruyu artık bilmiyorum. Lütfen yeniden sorun.
why-unsure = Belki yanıttır: { $confidence }; ancak { $sure } ve üstü kesin.
why-refused = Yanıt gibi okunmuyor: { $confidence }; { $needed } gerekir.
why-passage = { $score } · { $meaning } · { $words } – { $opening }
why-nothing = Henüz açıklanacak bir soru yok.
small-talk = Merhaba! Metin hakkında bir soru sorun, yanıtlayan bölümü alıntılayayım.
ask-usage = Soruyu komuttan sonra yazın: /ask Ne karar verildi?
only-text = Yalnızca yazılı soruları okuyabilirim.
offline = Çevrimdışıydım; son sorunuzun yanıtı burada.
why-sentence = Sorunuza en yakın olan, “{ $title }” metninde bir bölümün { $number }. cümlesi: “{ $words }”
why-place = Sorunuza en yakın olan, “{ $title }” metninde: “{ $words }”
why-shares = Sorunuzla ortak: { $words }.
why-shares-none = Sorunuzla ortak kelimesi yok; yalnızca anlamı yakın.
why-sure = Yanıt gibi okunuyor: { $confidence }; { $sure } ve üstü kesin.
figures-button = Sayılar
why-figures = { $threshold } ve üstü yanıtlanır. Her bölüm için: puan, anlam yakınlığı, kelimelerinizin payı.
talk-thanks = Rica ederim.
talk-bye = Hoşça kalın!
talk-no = Peki. Dilediğiniz zaman başka sözlerle ya da başka bir şey sorun.
talk-yes = Güzel. Dilediğiniz zaman sormaya devam edin.
talk-nothing = Bunda bir soru göremiyorum. Lütfen sözcüklerle yazın.
whole-question = Bunun neyin devamı olduğunu bilmiyorum. Lütfen soruyu tam olarak yazın.

## Words to be verified
verify-usage = Sözleri bir sonraki mesajınızda gönderin ya da onları içeren mesajı /verify ile yanıtlayın.
verify-verbatim = Bu metinlerde kelimesi kelimesine var.
verify-almost = Neredeyse, ama kelimesi kelimesine değil.
verify-stitched =
    { $count ->
        [one] { $count } yerden alınmış.
       *[other] { $count } yerden birleştirilmiş.
    }
verify-more =
    { $count ->
        [one] … ve gösterilmeyen { $count } yer daha.
       *[other] … ve gösterilmeyen { $count } yer daha.
    }
verify-absent = Bu metinlerde yok.
verify-nowhere = Bu metinlerde yok: “{ $pasted }”
verify-quoted = Yalnızca alıntı olarak verilen kısım karşılaştırıldı.
verify-translation = Şunun çevirisi gibi duruyor:
verify-negation = Olumsuzluğa dikkat: { $change }
verify-number = Başka bir sayı: { $change }
verify-name = Başka bir ad: { $change }
verify-changed = “{ $stored }” yerine “{ $pasted }” yazılmış
verify-lost = “{ $stored }” eksik
verify-added = “{ $pasted }” metinde yok
verify-apart = Metinden farklı olan: { $what }.
verify-capitals = büyük harfler
verify-accents = aksanlar
verify-hyphens = tireler
verify-marks = noktalama
verify-ellipsis = belirtildiği gibi atlanan kelimeler

## Quotes for elsewhere
privacy = Telegram kimliğinizle (telefon numaranız değil) sakladıklarım: bir yöneticinin sizi kabul ettiği, seçtiğiniz dil ve yanıt beklemesini istediğiniz sorular (/waiting), 90 gün. Sormaya devam edebilmeniz için son sorularınızı bir süre hatırlarım. 👍 ve 👎 adınız olmadan sayılır. /forget sakladıklarımı siler.
privacy-gaps = Metinlerin yanıtlamadığı sorular, kimin sorduğu olmadan, tanıyabildiğim kadarıyla sayılar ve adlar da olmadan 90 gün saklanır; böylece yöneticiler neyin eksik olduğunu görür.
privacy-no-gaps = Diğer sorular saklanmaz.
gaps-off = Yanıtlanmayan soruları saklamıyorum. .env içinde GAPS=true ile, kimin sorduğu olmadan saklarım ve /privacy bunu okurlara söyler.
gaps-none = Metinlerin yanıtlamadığı bir şey sorulmadı.
gaps-list = En çok sorulup metinlerin yanıtlamadıkları:
gaps-week = Haftanın, metinlerin yanıtlamadığı soruları:
gaps-closest = en yakını: { $name }
cite-nothing = Burada alıntı yok: bir alıntıyı /cite ile yanıtlayın.
cite-plain-button = Metin
cite-annotation-button = Açıklama
cite-card-button = Kart
cite-button = Kaynak göster
cite-lasting = Kalıcı bağlantı: { $link }
cite-long = Bu, bir mesaj için çok uzun; dosya olarak gönderiyorum.
quote-stands = Bu sözler hâlâ yerinde:
quote-moved = Bu sözler hâlâ duruyor, başka bir yerde:
quote-changed = Bu sözler { $date } tarihinde değiştirildi:
quote-removed = Bu sözler { $date } tarihinde çıkarıldı:
quote-forgotten = Bu sözler artık yok ve onları içeren sürüm artık saklanmıyor.
quote-unknown = Bu bağlantıyla bir alıntı bilmiyorum: verildiği gibi kopyalayın.

## Questions that wait
wait-button = Öğrenince bana haber ver
wait-noted = Metinler değiştikçe 90 gün boyunca yeniden soracağım ve yanıt verirlerse size haber vereceğim. Liste: /waiting.
wait-full = Bekleyen çok fazla sorunuz var: /waiting ile birini silebilirsiniz.
waiting-list = Bu sorular yanıt bekliyor. Silmek için birine basın:
waiting-none = Yanıt bekleyen bir sorunuz yok.
wait-known = Sormuştunuz, şimdi metinler yanıt veriyor: “{ $question }”

## Limits
slow-down = Çok fazla soru oldu. Lütfen bir dakika bekleyin; o zamana kadar yanıt vermeyeceğim.
busy = Aynı anda çok fazla soru var. Lütfen bir dakika sonra yeniden sorun.
place = Sıradaki yeriniz: { $place }
restarted = Bunu yanıtlayamadan yeniden başlatıldım.
failed = Benim tarafımda bir sorun oluştu. Lütfen yeniden deneyin.
not-allowed =
    Sizi henüz tanımıyorum. Yöneticimden sizi bu kodla kabul etmesini isteyin; bir gün geçerlidir:
    { $code }
not-allowed-group =
    Bu grup henüz onaylanmadı. Bir yönetici bu kodla onaylayabilir; bir gün geçerlidir:
    { $code }
approved = Tamam: artık sorabilirler.
approved-you = Artık sorabilirsiniz. Bana bir soru gönderin.
unknown-code = Böyle bir kod yok ya da bir günden eski.
anonymous = Anonim bir yöneticinin kim olduğunu bilemem. Lütfen kendi adınızla yazın.
only-admin = Bunu yalnızca bir yönetici yapabilir.
only-private = Lütfen bunu benimle özel sohbette yapın.
knock = { $who } kabul edilmek istiyor.
knock-group = { $who } tarafından eklendiğim “{ $group }” grubu kabul edilmek istiyor.
let-in-button = Kabul et
refuse-button = Reddet
block-button = Engelle
refused = Reddedildi.
refused-you = Yöneticilerim sizi kabul etmedi.
blocked = Engellendi: artık yanıt almayacak. Yine de kabul etmek için: /approve { $id }
waits-no-longer = Bu istek artık beklemiyor: biri karar verdi ya da çok zaman geçti.
nobody-waits = Kabul edilmeyi bekleyen yok.
nobody-let-in = Henüz hiçbir yönetici kimseyi kabul etmedi.
let-in = Bir yöneticinin kabul ettikleri, { $first }–{ $last } / { $total }. Geri almak için bir ada basın:
revoke-confirm = { $who } soru sorabiliyor. Bu izin geri alınsın mı?
revoke-button = Geri al
revoked = Tamam: artık soru soramaz.
revoked-before = Bu izin zaten geri alınmış.
knock-more = Başkaları da kabul edilmek istiyor: /approve gösterir.

## Language and privacy
language-choose = Hangi dili konuşayım? Alıntılar kendi dilinde kalır.
language-set = Artık Türkçe konuşuyorum.
forgotten = Silindi: diliniz, sorularınız ve bir yönetici verdiyse sorma izniniz.
forgotten-as-chat = Silindi: { $name } adına sorulan sorular.

## For admins
add-start = Metni istediğiniz kadar mesajla, ya da bir dosya veya bağlantı olarak gönderin; sonra /done. Durmak için /cancel.
add-more =
    { $messages ->
        [one] Şimdiye dek { $messages } mesaj.
       *[other] Şimdiye dek { $messages } mesaj.
    } Tamamlanınca /done.
add-nothing = Henüz eklenecek bir şey yok: önce /add ardından bir metin, dosya ya da bağlantı gönderin.
cancelled = İptal edildi. Hiçbir şey değişmedi.
reading = Okunuyor …
understood = Anlaşıldı:
no-date = tarihsiz
and-more = … ve { $count } tane daha
add-button = Ekle
cancel-button = İptal
expired = Bu artık bende yok. Lütfen yeniden gönderin.
building = Oluşturuluyor: %{ $percent } – { $done } / { $total } bölüm, yaklaşık { $left } kaldı
live =
    Şimdi yayında: sürüm { $generation }, { $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }.
rebuild-failed = Hiçbir şey değişmedi: { $reason }
sent-text = Metniniz
source-no-host = { $source }: böyle bir adres yok. Yazılışına bakın ya da metni /add komutundan sonra yapıştırın.
source-not-public = { $source }: bu, herkese açık internette değil. Sayfayı dosya olarak gönderin ya da metni /add komutundan sonra yapıştırın.
source-unreachable = { $source }: oradan yanıt yok. Daha sonra yeniden deneyin ya da metni /add komutundan sonra yapıştırın.
source-no-page = { $source }: sayfa verilmiyor. Tarayıcıda açıp dosya olarak gönderin ya da metni /add komutundan sonra yapıştırın.
source-no-text = { $source }: içinde metin yok. Tarama ya da resim yerine metinli bir sürümünü gönderin.
source-locked = { $source }: kilitli. Parolasız kaydedip yeniden gönderin.
source-damaged = { $source }: bozuk. Açın, yeniden kaydedin ve onu gönderin.
source-too-large = { $source }: çok büyük. Bölüp parçalarını gönderin.
source-unknown-kind = { $source }: bu tür dosyaları okuyamıyorum. PDF, DOCX ya da düz metin olarak kaydedin.
source-other = { $source }: okunamıyor. Başka bir dosya olarak gönderin ya da metni /add komutundan sonra yapıştırın.
source-line = { $source }: bu satır alabileceğim bir metin değil. Sözcüklerle yazılmış “text” içeren bir nesne yazıp dosyayı yeniden gönderin.
file-too-big = Bu dosya çok büyük: botlar en fazla { $limit } MB alabilir. Bunun yerine bir bağlantı gönderin ya da metni /add ardından yapıştırın.
articles = Metinler, { $first }–{ $last } / { $total }:
previous-button = Geri
remove-button = Kaldır
replace-button = Değiştir
remove-confirm =
    “{ $title }” kaldırılsın mı? Geriye { $left ->
        [one] { $left } metin
       *[other] { $left } metin
    } kalır.
replace-start = “{ $title }” için yeni metni, dosyayı ya da bağlantıyı gönderin; sonra /done. Durmak için /cancel.
rollback-confirm =
    Sürüm { $live } ({ $now ->
        [one] { $now } metin
       *[other] { $now } metin
    }) bırakılıp { $date } tarihli sürüm { $previous } ({ $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }) geri alınsın mı?
rollback-none = Dönülecek daha eski bir sürüm yok.
status =
    { $date } tarihli sürüm { $generation }: { $documents } metin, { $passages } bölüm.
    Başlangıçtan beri { $questions } soru, { $refused } yanıtsız, { $waiting } bekliyor.
    { $memory } MB bellek, çalışma süresi { $uptime }.
correct-button = Düzelt
words =
    { $count ->
        [one] { $count } kelime
       *[other] { $count } kelime
    }
no-language = dili bilinmiyor
understood-of = Anlaşıldı, metin { $number } / { $total }:
understood-replaces = “{ $title }” metninin yerini alır.
understood-same = Bu metnin aynısı zaten yayında.
understood-left-out = Alınmayan: { $what }
understood-hint = Başlık, tarih ya da dil yanlış mı? Bir düğmeye basın ya da bu mesaja doğrusuyla yanıt verin.
title-button = Başlık
date-button = Tarih
language-button = Dil
edit-title = “{ $title }” için doğru başlığı yanıt olarak yazın.
edit-date = “{ $title }” metninin tarihini yanıt olarak yazın, örneğin 2025-10-02; yoksa - yazın.
edit-language = “{ $title }” metninin dilini yanıt olarak yazın: adını ya da fr gibi bir kodu.
edit-no-title = Başlık en çok { $most } harflik bir satırdır. Lütfen yeniden yanıt verin.
edit-no-date = Bu tarihi bilmiyorum. 2025-10-02 gibi yazın; yoksa - yazın.
edit-no-language = Bu dili bilmiyorum. Adını ya da fr gibi bir kodu yazın.
edited = Düzeltildi, yukarıya bakın.
replace-all =
    { $count ->
        [one] Tek metni değiştir
       *[other] { $count } metnin hepsini değiştir
    }
replace-all-confirm =
    Her şey değiştirilsin mi? { $count ->
        [one] { $count } metin
       *[other] { $count } metin
    } kaldırılır, { $kept ->
        [one] { $kept } yeni metin
       *[other] { $kept } yeni metin
    } kalır. Kaldırılanlar:
go-back-button = Geri dön
all-the-same-button = Yine de yayımla
try-again-button = Yeniden dene
building-starts = Oluşturuluyor …
checking = Denetim soruları soruluyor: { $done } / { $total }
live-golden = Gerektiği gibi yanıtlanan denetim soruları: { $right } / { $asked }.
live-not-served = Sürüm { $generation } yayımlandı ama henüz açılamıyor. Sürüm { $served } ile yanıtlamayı sürdürüyor ve yeniden deniyorum; nedeni günlükte yazıyor.
golden-changed = Henüz hiçbir şey değişmedi. Bu denetim sorularının yanıtı değişecek:
golden-before = şimdi: { $words }
golden-after = sonra: { $words }
quoted = “{ $words }”
golden-none = yanıt yok
changes-busy = çok fazla değişiklik bekliyor; bir dakika sonra yeniden deneyin
library-busy = başka bir program şu anda kitaplığa yazıyor. Bitmesini bekleyip yeniden deneyin
library-full = disk dolu. Yer açıp yeniden deneyin
library-damaged = kitaplık bozuk. Botun çalıştığı yerde “python -m index doctor --repair” komutunu çalıştırın
library-not-writable = bot kitaplığa yazamıyor. Kitaplığın kime ait olduğuna bakıp yeniden deneyin
library-unreachable = kitaplığın veritabanı yanıt vermiyor. Çalıştığından emin olup yeniden deneyin
library-gone = o zamanki metinler silinmiş. /rollback nereye dönülebileceğini söyler
library-other = botun çalıştığı yerde bir sorun var. Ne olduğunu günlüğü söyler
state-failed = hatırlamam gerekenler yazılamıyor. Diskte yer olduğundan ya da veritabanının çalıştığından emin olup yeniden deneyin
golden-unreadable = denetim soruları okunamıyor: { $place }. GOLDEN_QUESTIONS ile verilen dosyayı düzeltip yeniden deneyin
build-interrupted = Oluştururken kesintiye uğradım. Gönderilenler hâlâ burada.
under-way = Bu zaten sürüyor.
meanwhile-added = Bu arada { $who } “{ $title }” metnini ekledi.
meanwhile-several = Bu arada { $who } metinler ekledi.
meanwhile-all = Bu arada { $who } tüm metinleri değiştirdi.
meanwhile-removed = Bu arada { $who } “{ $title }” metnini kaldırdı.
meanwhile-back = Bu arada { $who } önceki metinlere döndü.
meanwhile-changed = Bu arada metinler başka bir yerden değiştirildi.
meanwhile-decide = Sizinki henüz yayımlanmadı. Devam edilsin mi?
paste-goes-on =
    { $messages ->
        [one] Yapıştırdığınız metin sürüyor: şimdiye dek { $messages } mesaj.
       *[other] Yapıştırdığınız metin sürüyor: şimdiye dek { $messages } mesaj.
    } Tamamlanınca /done, vazgeçmek için /cancel.
paste-first = Zaten bir metin gönderiyorsunuz: /done ile bitirin ya da /cancel ile vazgeçin.
status-texts =
    { $date } tarihli sürüm { $generation }: { $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }, { $passages ->
        [one] { $passages } bölüm
       *[other] { $passages } bölüm
    }.
status-today = Bugünkü sorular: { $questions }, yanıtlanan: { $answered }, yanıtlanmayan: { $refused }.
status-quick = Yanıtların yarısı { $half } sn, neredeyse tümü { $most } sn içinde geldi.
status-waiting = Bekleyen sorular: { $waiting }.
status-poll = Telegram'ın son yanıtı: { $ago }.
status-no-poll = Telegram henüz bana yanıt vermedi.
status-webhook = Telegram beni webhook ile çağırıyor.
status-pending = Kabul bekleyenler: { $count } (/approve).
status-memory = Bellek: { $memory } MB. Çalışma süresi: { $uptime }.
status-disk = Diskteki kitaplık: { $library } MB; boş: { $free } GB.

## What of a source could not be taken
left-hidden = gizli metin
left-struck = üstü çizili metin
left-tracked = değişiklik izlemede silinen metin
left-moved = değişiklik izlemede silinen veya taşınan metin
left-deep = { $count } listeden veya alıntıdan daha derinde duran metin
left-choices = bir formun seçenekleri
left-fields = bir formun alanları
left-aside = bir kenar metni
left-comments = yorumlar
left-numbers = paragrafların önündeki “{ $name }” türünden numaralar
left-notes = metinde gönderme yapılmayan notlar
left-cells = tablosunun sütunları dışında kalan hücreler
left-formulas = formüller
left-hidden-section = gizli bir bölüm
left-hidden-rows = gizli satırlar
left-hidden-columns = gizli sütunlar
left-unknown-signs = bilinmeyen bir yazı tipinin işaretleri
left-nameless-signs = { left-unknown-signs }
left-signs = { $name } yazı tipinin işaretleri
left-embedded = başka bir programdan gömülen içerik ({ $name })
left-part = { $name } olarak saklanan bir bölüm
left-other-part = başka bir dosyada saklanan bir bölüm
left-damaged-part = dosyanın bozuk bir bölümü, { $name }
left-hidden-sheet = gizli “{ $name }” sayfası
left-behind = bağlantının gösterdiği, okunamayan sayfa
left-listed = kitabın yalnızca adını verdiği “{ $name }” bölümü
left-absent = { $name } (dosyada yok)
left-encrypted = { $name } (şifreli)
left-damaged = { $name } (bozuk)
left-outside = { $name } (okuma sırasının dışında)
left-attached = ek: { $name }
left-file = { $name }
on-pages = s. { $numbers }
left-unreadable = okunamayan: { $pages }
left-damaged-pages = kısmen bozuk: { $pages }
left-pictured = yalnızca resim: { $pages }
left-commented = yorumlar: { $pages }
left-beyond = sayfa kenarlarının dışında: { $pages }
left-unseen = üstü örtülü veya görünmez: { $pages }
left-illegible = hangi harfleri çizdiğini bildirmeyen yazı tiplerinde: { $pages }
left-letters =
    { $count ->
        [one] { $count } bozuk harf, { "\uFFFD" } olarak gösterilir
       *[other] { $count } bozuk harf, { "\uFFFD" } olarak gösterilir
    }
left-values =
    { $count ->
        [one] değeri olmayan { $count } formül: dosyayı bir kez açıp kaydedin
       *[other] değeri olmayan { $count } formül: dosyayı bir kez açıp kaydedin
    }
left-pictures =
    { $count ->
        [0] resimler
        [one] { $count } resim
       *[other] { $count } resim
    }
left-charts =
    { $count ->
        [0] grafikler
        [one] { $count } grafik
       *[other] { $count } grafik
    }
left-hidden-slides =
    { $count ->
        [one] { $count } gizli slayt
       *[other] { $count } gizli slayt
    }
left-hidden-rows-of-sheet =
    { $count ->
        [one] “{ $name }” sayfasının { $count } gizli satırı
       *[other] “{ $name }” sayfasının { $count } gizli satırı
    }
left-hidden-columns-of-sheet =
    { $count ->
        [one] “{ $name }” sayfasının { $count } gizli sütunu
       *[other] “{ $name }” sayfasının { $count } gizli sütunu
    }
only-teasers =
    { $count ->
        [one] { $entries } girdiden yalnızca özet olan { $count } tanesi: sayfasının adresini gönderin
       *[other] { $entries } girdiden yalnızca özet olan { $count } tanesi: sayfalarının adreslerini gönderin
    }

## Menus
command-ask = Soru sor
command-why = Neden bu yanıt
command-verify = Bir alıntıyı doğrula
command-cite = Bir alıntıyı kaynak göster
command-waiting = Yanıt bekleyen sorular
command-about = Ne okuduğum
command-language = Dilimi seç
command-privacy = Hakkınızda ne saklıyorum
command-forget = Hakkınızda sakladıklarımı sil
command-help = Beni nasıl kullanırsınız
command-add = Metin ekle
command-articles = Neler sorulabilir
command-rollback = Önceki metinlere dön
command-gaps = Metinlerin yanıtlamadıkları
command-status = Durumum
command-approve = Birinin sormasına izin ver
description = Bir metin hakkındaki soruları, metni kelimesi kelimesine, kaynağıyla alıntılayarak yanıtlarım – ya da yanıt vermediğini söylerim.
short-description = Kelimesi kelimesine alıntıyla yanıtlar.
inline-none = Metin buna yanıt vermiyor
inline-start = Bir soru yazın
inline-wait = Lütfen bir dakika bekleyin
paste-too-long = metin yapıştırmak için çok uzun; dosya olarak gönderin
command-revoke = Bir izni geri al
command-done = Yapıştırılan metni bitir
command-cancel = Yapıştırılan metinden vazgeç

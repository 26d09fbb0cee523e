# Every sentence the bot says. A quote is never translated: only what is around it.

## Who I am
start =
    { $title } hakkındaki soruları, metni kelimesi kelimesine, kaynağıyla alıntılayarak yanıtlarım.
    Kendi dilinizde sorun; ben kendim hiçbir şey yazmam.
    Metin yanıt vermiyorsa bunu söylerim.
start-empty =
    Soruları, bir metni kelimesi kelimesine, kaynağıyla alıntılayarak yanıtlarım.
    Kendi dilinizde sorun; ben kendim hiçbir şey yazmam.
    Henüz metin yok: bir yönetici /add ile bana gönderebilir.
examples = Örneğin:
example-question = Metin “{ $heading }” hakkında ne diyor?
help =
    Bana bir soru gönderin; yanıtlayan bölümü alıntılarım.
    Grupta: /ask ve sorunuz, ya da benden bahsedin, ya da bana yanıt verin.
    /why – neden bu yanıt, ya da neden yanıt yok
    /about – ne okuduğum ve ne kadar güncel olduğu
    /language – konuştuğum dil
    /forget – hakkınızda sakladıklarımı sil
help-admin =
    Yöneticiler için: bir dosya, bağlantı ya da iletilen gönderi yollayın, ya da metin yapıştırmak için /add.
    /articles – dizindekiler; kaldır ya da değiştir
    /rollback – son değişiklikten önceki metinlere dön
    /status – durumum
    /approve ve bir kod – birinin sormasına izin ver
about =
    { $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }, { $passages ->
        [one] { $passages } bölüm
       *[other] { $passages } bölüm
    }, son değişiklik: { $date }.
about-newest = En yenisi: { $title }

## Answers
no-answer = Metin buna yanıt vermiyor.
unsure-label = Bunun yanıt olduğundan emin değilim.
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
why-answered = Yanıtlandı: { $confidence } oranında eminim; yanıt için { $threshold } yeterli.
why-unsure = Emin olmak için { $sure } gerekir.
why-refused = Yanıtlanmadı: { $confidence } oranında eminim; yanıt için { $threshold } gerekir.
why-passage = { $score } – { $opening }
why-nothing = Henüz açıklanacak bir soru yok.
small-talk = Merhaba! Metin hakkında bir soru sorun, yanıtlayan bölümü alıntılayayım.
ask-usage = Soruyu komuttan sonra yazın: /ask Ne karar verildi?
only-text = Yalnızca yazılı soruları okuyabilirim.
offline = Çevrimdışıydım; son sorunuzun yanıtı burada.

## Limits
slow-down = Çok fazla soru oldu. Lütfen bir dakika bekleyin; o zamana kadar yanıt vermeyeceğim.
busy = Aynı anda çok fazla soru var. Lütfen bir dakika sonra yeniden sorun.
place = Sıradaki yeriniz: { $place }
interrupted = Bunu yanıtlayamadan yeniden başlatıldım.
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
approve-usage = Kodu komuttan sonra yazın: /approve 123456
anonymous = Anonim bir yöneticinin kim olduğunu bilemem. Lütfen kendi adınızla yazın.
only-admin = Bunu yalnızca bir yönetici yapabilir.
only-private = Lütfen bunu benimle özel sohbette yapın.

## Language and privacy
language-choose = Hangi dili konuşayım? Alıntılar kendi dilinde kalır.
language-set = Artık Türkçe konuşuyorum.
forgotten = Silindi: diliniz, sorularınız ve bir yönetici verdiyse sorma izniniz.

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
understood-document = { $title } – { $date }, { $passages ->
        [one] { $passages } bölüm
       *[other] { $passages } bölüm
    }
no-date = tarihsiz
and-more = … ve { $count } tane daha
add-button = Ekle
replace-all-button = Hepsini değiştir
cancel-button = İptal
expired = Bu artık bende yok. Lütfen yeniden gönderin.
building = Oluşturuluyor: { $done } / { $total }, saniyede { $rate } bölüm
live =
    Şimdi yayında: sürüm { $generation }, { $documents ->
        [one] { $documents } metin
       *[other] { $documents } metin
    }.
rebuild-failed = Hiçbir şey değişmedi: { $reason }
golden-failed = Hiçbir şey değişmedi. Bu sorular artık gerektiği gibi yanıtlanmayacaktı:
file-too-big = Bu dosya çok büyük: botlar en fazla { $limit } MB alabilir. Bunun yerine bir bağlantı gönderin ya da metni /add ardından yapıştırın.
articles = Dizindeki metinler, { $first }–{ $last } / { $total }:
articles-none = Henüz metin yok.
previous-button = Geri
remove-button = Kaldır
replace-button = Değiştir
remove-confirm = “{ $title }” kaldırılsın mı?
replace-start = “{ $title }” için yeni metni, dosyayı ya da bağlantıyı gönderin; sonra /done. Durmak için /cancel.
rollback-confirm = Sürüm { $live } bırakılıp { $date } tarihli sürüm { $previous } geri alınsın mı?
rollback-none = Dönülecek daha eski bir sürüm yok.
confirm-button = Evet
status =
    { $date } tarihli sürüm { $generation }: { $documents } metin, { $passages } bölüm.
    Başlangıçtan beri { $questions } soru, { $refused } yanıtsız, { $waiting } bekliyor.
    { $memory } MB bellek, çalışma süresi { $uptime }.

## Menus
command-ask = Soru sor
command-why = Neden bu yanıt
command-about = Ne okuduğum
command-language = Dilimi seç
command-forget = Hakkınızda sakladıklarımı sil
command-help = Beni nasıl kullanırsınız
command-add = Metin ekle
command-articles = Listele, kaldır, değiştir
command-rollback = Önceki metinlere dön
command-status = Durumum
command-approve = Birinin sormasına izin ver
description = Bir metin hakkındaki soruları, metni kelimesi kelimesine, kaynağıyla alıntılayarak yanıtlarım – ya da yanıt vermediğini söylerim.
short-description = Kelimesi kelimesine alıntıyla yanıtlar.
inline-none = Metin buna yanıt vermiyor
inline-start = Bir soru yazın
inline-wait = Lütfen bir dakika bekleyin
paste-too-long = metin yapıştırmak için çok uzun; dosya olarak gönderin
texts =
    { $count ->
        [one] { $count } metin
       *[other] { $count } metin
    }

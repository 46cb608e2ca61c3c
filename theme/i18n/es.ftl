### Lo que dice la interfaz, en español. Cada clave figura en el archivo de cada idioma;
### `waymark check` nombra las que faltan.

## Enlaces de salto y salida
skip-label = Atajos
skip-main = Ir al texto principal
skip-leave = Salir de este sitio ahora mismo
leave = Salir de este sitio
leave-hint = El botón de salida, o la tecla Mayús pulsada tres veces sin ninguna otra, lleva al instante a otro sitio. No puede borrar el historial del navegador ni lo que haya guardado la red o un ordenador administrado por otros.
urgent-help = Ayuda urgente

## Navegación
nav-main = Secciones principales
nav-menu = Menú
nav-site = Todas las páginas
nav-breadcrumb = Está usted aquí
nav-pager = Página anterior y página siguiente
pager-previous = Anterior
pager-next = Siguiente
toc-title = En esta página
home = Inicio

## Idiomas
language-label = Idioma:
language-fallback = aún sin traducir
languages-title = Elegir idioma
languages-lede = Leer esta guía en:
languages-invitation = Leer en español

## Marcas que indican de quién son las palabras, y recuadros
callout-source = Las directrices de 2001 dicen
callout-later = Textos posteriores dicen
callout-ours = Nuestro consejo
callout-note = Nota
callout-tip = Conviene saber
callout-important = Importante
callout-warning = Atención
callout-caution = Peligro

## Avisos
notice-fallback = Esta página aún no está traducida. Está leyendo el texto en otro idioma ({ $language }).
notice-stale = El original de esta página ha cambiado desde que se tradujo.
notice-stale-since = El original de esta página se modificó el { $date }; esta traducción sigue un texto anterior.
notice-stale-link = Leer el texto más reciente ({ $language })
notice-unchecked = Ningún hablante nativo ha revisado esta traducción.
notice-draft = Esta página es un borrador. No está publicada.
notice-scheduled = Esta página no se publicará antes de esta fecha: { $date }.
notice-restates = Este sitio expone las directrices de 2001 con sus propias palabras; prevalece el texto oficial en inglés.
notice-not-site = Este no es un sitio de la { $organisation }.
notice-preview = Esto es la vista previa de un cambio, no el sitio publicado. Desde aquí no se puede enviar nada.

## Revisión
reading-minutes =
    { $minutes ->
        [one] { $minutes } minuto de lectura
       *[other] { $minutes } minutos de lectura
    }
references-restated = Enunciados de las directrices que se recogen en esta página:
review-owner = A cargo de { $owner }.
review-date = Última revisión: { $date }.
text-changed = Última modificación del texto: { $date }.
review-next = Próxima revisión, a más tardar: { $date }.

## Grupos de lectores y cambios
audience-label = Sobre todo para:
audience-everybody = Estas páginas son sobre todo para este grupo. Todo el mundo puede leer todas las páginas.
audience-others = Otros grupos:
changes-title = Qué ha cambiado
changes-description = Lo que la redacción dice de los cambios en estas páginas, primero lo más reciente.
changes-feed = La misma lista como canal (Atom)
edit-link = Mejorar esta página
edit-public = Lo que se escribe allí es público: no escriba nunca sobre un caso.

## Glosario y A–Z
letters-label = Ir a una letra
glossary-also = También: { $words }
a-z-title = De la A a la Z
a-z-description = Todas las páginas y todos los términos de este sitio, por orden alfabético.
a-z-link = De la A a la Z
a-z-term = término

## Hojas
sheet-print = Imprimir esta hoja

## Lugares
places-empty = Aún sin rellenar para este lugar.
places-desk = Ventanilla
places-languages = Idiomas en que se lee
places-reading-days = Días en que se leen los mensajes
places-emergency = Número local de emergencias
places-authority = Autoridad
places-procedure = Procedimiento acordado
places-owner = A cargo de
places-verified = Última comprobación
places-review-by = Próxima comprobación, a más tardar

## Tarjetas y carteles, en papel
card-how = Imprima en una sola cara de una hoja A4, al 100 %. Doble la hoja por la mitad con lo impreso hacia fuera y después otra vez por la mitad, de modo que el número de emergencias y el cuadrado queden delante.
card-poster-how = Imprima en papel A4, al 100 %.
card-address = Más información en esta dirección
card-traces = Un teléfono recuerda las páginas que ha abierto.
card-person = Persona designada por su misión

## Búsqueda
search-title = Buscar
search-description = Busque en todo el sitio. Lo que escribe no sale de este dispositivo.
search-label = Buscar en este sitio
search-button = Buscar
search-a-z = Buscar: de la A a la Z
search-no-script = La búsqueda necesita JavaScript, que está desactivado en este navegador. La lista de la A a la Z contiene todas las páginas y todos los términos.
search-query-empty = Escriba una palabra para empezar.
search-count = Páginas encontradas: { $n }
search-none = No se ha encontrado nada para «{ $query }».
search-none-hint = Pruebe con menos palabras o con otras, o mire en la lista de la A a la Z.
search-loading = Buscando…
search-failed = No se ha podido cargar la búsqueda. La lista de la A a la Z contiene todas las páginas.
search-results = Resultados de la búsqueda
search-more = Mostrar más resultados
search-all = Todos los resultados de «{ $query }»
search-meant = Resultados de «{ $query }»
search-literal = Buscar «{ $query }» tal como se ha escrito
search-unquoted = Buscar sin las comillas
search-again = Volver a intentarlo
search-key = La tecla / lleva al campo de búsqueda. Si la desactiva, este dispositivo lo recordará.

## Dirección no encontrada
not-found-title = Aquí no hay ninguna página
not-found-text = Puede que la dirección sea antigua o esté mal escrita. Vuelva a empezar en su idioma:
moved-title = Esta página ha cambiado de dirección
moved-text = Ahora está aquí:

## Formulario de comunicación
report-no-desk = Este sitio no recibe comunicaciones. Diríjase a la persona designada por su misión.
report-no-script = El formulario no se muestra porque necesita JavaScript para cifrar sus palabras en este dispositivo, y JavaScript está desactivado o bloqueado en este navegador. Tal como está, desde esta página no se puede enviar nada. Puede activar JavaScript, usar otro dispositivo o dirigirse a la persona designada por su misión.
report-write-title = Su comunicación
report-errors = Esto requiere su atención
report-answer-yes = Sí
report-answer-no = No
report-answer-unknown = No lo sé
report-danger = ¿Hay alguien en peligro ahora?
report-urgent-title = No espere a este formulario
report-urgent-text = Llame ahora al servicio local de emergencias o pida a alguien cercano que llame. Nadie lee una comunicación al momento, y enviarla no da la alarma a nadie. Podrá escribirla después.
report-place = ¿A qué lugar se refiere?
report-place-hint = La misión o la oficina. Puede dejarlo en blanco.
report-place-none = Prefiero no decirlo
report-desk = ¿Quién debería leerla?
report-desk-hint = Solo la ventanilla que elija puede abrir su comunicación. Si se trata de alguien de una ventanilla, elija otra.
report-desk-one = Su comunicación va a: { $name }
report-desk-chosen = Va a
desk-demo = Ventanilla de demostración
report-desk-demo = Una ventanilla de demostración, para probar. No escriba nada real.
report-desk-languages = Lee en: { $languages }
report-desk-opened = Esta ventanilla abrió sus mensajes por última vez el { $date }.
report-desk-never = Esta ventanilla no ha dicho cuándo abrió sus mensajes por última vez.
report-desk-quiet = No sabemos si alguien lee ahora los mensajes de esta ventanilla.
report-questions-title = Lo que usted sabe
report-questions-text = Todas las preguntas son opcionales. Separe lo que vio u oyó de lo que piensa. No hace falta que tenga la certeza.
report-about = ¿De qué se trata?
report-about-noticed = De algo que he notado
report-about-colleague = De alguien del trabajo, o de la persona designada
report-about-myself = Me está pasando a mí
report-what = ¿Qué vio u oyó?
report-what-hint = Dígalo con sus propias palabras y en el orden que quiera.
report-where = ¿Dónde?
report-where-hint = Con toda la precisión a la que se atreva. Un lugar al que solo va usted puede revelar quién es.
report-when = ¿Cuándo?
report-when-hint = Un día, una estación del año, «todas las noches»: lo que sepa.
report-who = ¿Quiénes son las personas afectadas o implicadas?
report-who-hint = Las personas que quizá necesiten ayuda y las que quizá sean responsables. No ponga su propio nombre, salvo que quiera que se sepa.
report-children = ¿Hay alguien menor de 18 años entre las personas afectadas?
report-children-hint = Si no puede saberlo, dígalo.
report-how = ¿Cómo lo sabe?
report-how-hint = Lo vio, lo oyó o se lo contó alguien. Si muy pocas personas podían saberlo, puede revelar quién es.
report-wishes = ¿Qué quiere la persona afectada?
report-wishes-hint = Si usted lo sabe. ¿Qué sería seguro para ella y qué no?
report-room = Espacio disponible: { $n } bytes
report-room-over = Demasiado largo. Bytes de más: { $n }. Acorte alguna de las respuestas.
report-room-hint = Antes de salir, toda comunicación se rellena hasta el mismo tamaño; por eso hay un límite para todas las respuestas juntas, contado en bytes. Una letra latina simple ocupa un byte; una letra con tilde, griega o cirílica, dos; la mayoría de las demás escrituras, tres; un emoji, cuatro o más.
report-continue = Revisar antes de enviar
report-continue-hint = Hasta ahora nada ha salido de este dispositivo y nada queda guardado: si cierra esta página, lo que ha escrito se pierde.
report-error-desk = Elija quién debería leer su comunicación.
report-error-empty = Todavía no ha escrito nada. Responda al menos a una pregunta.
report-check-title = Revise antes de enviar
report-found-title = ¿Podría esto revelar quién es usted?
report-found-phone = Parece un número de teléfono, en «{ $question }»:
report-found-email = Parece una dirección de correo electrónico, en «{ $question }»:
report-found-text = Si es suyo, o si lo tienen pocas personas, puede mostrar quién ha escrito esto. Déjelo si la ventanilla lo necesita: usted decide.
report-found-nothing = No hemos encontrado números de teléfono ni direcciones de correo electrónico en lo que ha escrito.
report-found-limits = Esta revisión no busca nada más y solo se ha hecho en este dispositivo. También pueden revelar quién es los nombres, los lugares, las horas, su manera de escribir y los detalles que solo conocen unas pocas personas. Léalo una vez como lo leería alguien de su oficina.
report-summary-title = Lo que ha escrito
report-sends-also = Además de sus palabras, la comunicación cifrada contiene el nombre de este sitio y el de la ventanilla, el idioma de esta página y un número aleatorio. No lleva su nombre, ni su dirección, ni la hora. Por fuera muestra el día en que se envía.
report-change = Cambiar algo
report-send-title = Envíela, o guárdela para más tarde
report-send-text = Sus palabras se cifran primero en este dispositivo, de modo que solo la ventanilla pueda abrirlas. Aun así, su empleador o la red pueden ver que este dispositivo ha enviado algo, y cuándo.
report-send = Enviar ahora
report-save = Guardar para enviar más tarde
report-no-relay = Esta copia del formulario no conoce ninguna dirección de envío. Guarde la comunicación y envíela más tarde desde el propio sitio.
report-working = Cifrando y enviando
report-cancel = Detener
report-stage-stamp = Cifrando sus palabras y creando un sello contra los abusos. En un dispositivo lento puede tardar un minuto.
report-stage-send = Enviando…
report-stopped = Detenido. Esta vez no se ha enviado nada, y sus palabras siguen aquí.
report-failed = Este navegador no ha podido cifrar o guardar la comunicación. Esta vez no se ha enviado nada, y sus palabras siguen aquí. Pruebe con otro navegador o diríjase a la persona designada por su misión.
report-offline = Este dispositivo no tiene conexión. Esta vez no se ha enviado nada, y sus palabras siguen aquí. Inténtelo más tarde o guarde la comunicación.
report-unavailable = El buzón de la ventanilla no puede recibir la comunicación en este momento y no ha confirmado que la haya guardado. Sus palabras siguen aquí: vuelva a intentarlo dentro de un rato o guarde la comunicación para enviarla más tarde.
report-unknown = No ha llegado una respuesta clara. La comunicación puede haber llegado o no. Sus palabras siguen aquí. Puede enviarla otra vez sin problema: la misma comunicación cuenta una sola vez. También puede guardarla para enviarla más tarde.
report-refused-faulty = El buzón de la ventanilla ha rechazado la comunicación: esta copia del formulario parece defectuosa o anticuada. Sus palabras siguen aquí. Guarde la comunicación y envíela desde una copia reciente de este sitio.
report-refused-unknown-desk = El buzón no conoce esta ventanilla. Sus palabras siguen aquí. Elija otra ventanilla o guarde la comunicación.
report-refused-desk-paused = Por ahora esta ventanilla no recibe comunicaciones. Sus palabras siguen aquí. Elija otra ventanilla o guarde la comunicación para enviarla más tarde.
report-refused-desk-closed = Esta ventanilla se ha cerrado. Sus palabras siguen aquí. Elija otra ventanilla o diríjase a la persona designada por su misión.
report-sent-title = Su comunicación está en el buzón de la ventanilla
report-sent-queued = Está guardada allí, cifrada. Solo la ventanilla puede abrirla.
report-sent-nobody = Nadie la ha leído todavía, y enviarla no ha dado la alarma a nadie. No podemos decir cuándo la leerá alguien. Si hay alguien en peligro, llame al servicio local de emergencias.
report-sent-no-answer = Por este sitio no llega ninguna respuesta.
report-sent-cleared = Lo que ha escrito se ha borrado de esta página.
report-sent-traces = El historial de este navegador puede seguir mostrando la página, y la red puede haber visto que se ha enviado algo.
report-saved-title = Se ha pedido a su navegador que guarde un archivo
report-saved-name = Nombre del archivo:
report-saved-look = Mire si está ahí, normalmente en la carpeta de descargas. Si no está, vuelva atrás y guárdelo otra vez.
report-saved-locked = Está cifrado: solo la ventanilla puede abrirlo. Usted tampoco puede abrirlo ya.
report-saved-not-sent = No se ha enviado nada.
report-saved-later = Para enviarlo, abra «Enviar una comunicación guardada» en este sitio, en este dispositivo o en otro, y elija la misma ventanilla.
report-saved-trace = El archivo muestra que se guardó algo, y cuándo. Sus palabras siguen en este formulario hasta que usted lo borre.
report-clear = Tengo el archivo: borrar el formulario
report-back = Volver

practice-no-script = El formulario de práctica necesita JavaScript, que está desactivado o bloqueado en este navegador.
practice-banner = Práctica. Nada de lo que escriba aquí se cifra, se guarda ni se envía.
practice-desk = Ventanilla de práctica (inventada)
practice-desk-hint = En el formulario real verá aquí quién lee su comunicación y, si hay varias ventanillas, podrá elegir otra.
practice-send-text = En el formulario real, sus palabras se cifrarían ahora en este dispositivo. Aquí no pasa nada: los botones solo muestran cómo sigue.
practice-stage-stamp = Práctica: el formulario real cifraría ahora sus palabras y crearía un sello.
practice-stage-send = Práctica: el formulario real enviaría ahora la comunicación cifrada.
practice-sent-title = Fin de la práctica: no se ha enviado nada
practice-sent-text = El formulario real diría ahora que su comunicación está en el buzón de la ventanilla y que nadie la ha leído todavía. Lo que ha escrito se ha borrado.
practice-saved-title = Fin de la práctica: no se ha guardado nada
practice-saved-text = El formulario real habría pedido ahora a su navegador que guardara un archivo cifrado, para enviarlo más tarde.
practice-again = Borrar y empezar de nuevo

send-no-script = Enviar una comunicación guardada requiere JavaScript, que está desactivado o bloqueado en este navegador. Conserve el archivo y pruebe con otro navegador u otro dispositivo.
send-title = Enviar el archivo
send-file = La comunicación guardada
send-file-hint = Su nombre empieza por «note-», salvo que usted lo haya cambiado.
send-desk-hint = Elija la ventanilla que eligió al escribir la comunicación. Otra ventanilla no puede abrirla.
send-now = Enviar ahora
send-another = Enviar otro archivo
send-no-relay = Esta copia del sitio no conoce ninguna dirección de envío. Abra esta página en el propio sitio, con conexión. No se ha enviado nada.
send-error-no-file = Elija el archivo que guardó.
send-error-not-a-report = No es una comunicación guardada por este sitio, o está dañada. No se ha enviado nada.
send-stopped = Detenido. Esta vez no se ha enviado nada. Conserve el archivo.
send-failed = Este navegador no ha podido enviar el archivo. Esta vez no se ha enviado nada. Conserve el archivo y pruebe con otro navegador.
send-offline = Este dispositivo no tiene conexión. Esta vez no se ha enviado nada. Conserve el archivo e inténtelo más tarde.
send-unavailable = El buzón de la ventanilla no puede recibir la comunicación en este momento y no ha confirmado que la haya guardado. Conserve el archivo y vuelva a intentarlo dentro de un rato.
send-unknown = No ha llegado una respuesta clara. La comunicación puede haber llegado o no. Conserve el archivo. Puede enviarla otra vez sin problema: la misma comunicación cuenta una sola vez.
send-refused-faulty = El buzón de la ventanilla ha rechazado la comunicación: esta copia de la página parece defectuosa o anticuada. Conserve el archivo y envíelo desde una copia reciente de este sitio.
send-refused-unknown-desk = El buzón no conoce esta ventanilla. No envíe el archivo a una ventanilla para la que no se escribió: ninguna otra puede abrirlo. Escriba una comunicación nueva o diríjase a la persona designada por su misión.
send-refused-desk-paused = Por ahora esta ventanilla no recibe comunicaciones. Conserve el archivo y envíelo más tarde. Ninguna otra ventanilla puede abrirlo: para dirigirse a otra, escriba una comunicación nueva.
send-refused-desk-closed = Esta ventanilla se ha cerrado. Ninguna otra ventanilla puede abrir el archivo: para dirigirse a otra, escriba una comunicación nueva o diríjase a la persona designada por su misión.
send-sent-file = El archivo sigue en su dispositivo. Ya no lo necesita.

## Dentro del texto
footnotes-label = Notas
footnote-back = Volver al texto, nota { $number }
table-label = Tabla

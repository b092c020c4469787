# The texts in other languages, and the English plurals, as /i18n/liaison_LANGUAGE.qm in liaison_app. Included by app/, because
# the commands that make the .qm files belong to the folder of their target, and last there, because it collects all sources.
#   cmake --build --preset dev --target update_translations     reads the sources again and adds new texts to the .ts files
# Trap: a .ts file that does not exist yet is made from no sources at all. For a new language commit a stub first.
set(translated_sources)
foreach(target IN ITEMS liaison_models liaison_views liaison_app)
    get_target_property(sources ${target} SOURCES)
    list(APPEND translated_sources ${sources})
endforeach()
list(FILTER translated_sources INCLUDE REGEX "\\.(cpp|h)$")

# English texts stand in the sources; only what differs by number is in its file.
qt_add_translations(liaison_app
    TS_FILES ${CMAKE_SOURCE_DIR}/translations/liaison_en.ts
    SOURCES ${translated_sources}
    INCLUDE_DIRECTORIES ${CMAKE_SOURCE_DIR}
    RESOURCE_PREFIX /i18n
    LUPDATE_OPTIONS -pluralonly -locations none)

; Registers Ringmaster under "Open with" for .csv, and never as what opens it by default: that stays the spreadsheet's.
!define CSV_CLASS "Ringmaster.csv"

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CSV_CLASS}" "" "CSV list"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CSV_CLASS}\DefaultIcon" "" "$INSTDIR\resources\build\csv.ico"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CSV_CLASS}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegNone SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "${CSV_CLASS}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${CSV_CLASS}"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.csv\OpenWithProgids" "${CSV_CLASS}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

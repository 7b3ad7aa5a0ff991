@echo off
rem Starts Yaodian from the stick: run.bat [list or notice]; run.bat --which tells which Python it takes. All ASCII.
setlocal
set "PYTHONUTF8=1"
set "HERE=%~dp0"
set "FOUND="
for %%P in ("%HERE%python\windows-x64\python.exe" "py.exe" "python.exe") do call :try %%P
if not defined FOUND goto missing
if "%~1"=="--which" echo %FOUND%& exit /b 0
"%FOUND%" -I -X utf8 "%HERE%start.py" %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
"%~1" -I -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>nul && set "FOUND=%~1"
exit /b 0

:missing
echo Yaodian needs Python 3.10 or newer: put one into python\windows-x64 beside this file, see the text beside it. 1>&2
exit /b 1

#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
Makes this PC a kiosk: an account of its own, whose only program is Uketsuke. Not run yet (README.md).

.DESCRIPTION
Run it once, after the program lies in its folder. It may run again: what is there stays. Signing in
by itself at the start is not set here, because it needs a password in the registry; use Autologon.
.PARAMETER Program
The folder that PyInstaller has made.
.PARAMETER Undo
Gives the account its usual shell back, and leaves account and data.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateNotNullOrEmpty()] [string] $Program = "$env:ProgramFiles\Uketsuke",
    [ValidatePattern('^[A-Za-z0-9]{1,20}$')] [string] $Account = 'uketsuke',
    [switch] $Undo
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$Data = "$env:ProgramData\Uketsuke"
$AdministratorsSid = 'S-1-5-32-544'

# What Shell Launcher does when the program ends.
$RestartShell = 0
$DoNothing = 3
# Of `uketsuke run`: staff have left it.
$ExitLeft = 4

function Get-Sid([string] $Name) {
    $user = New-Object -TypeName System.Security.Principal.NTAccount -ArgumentList $Name
    $user.Translate([System.Security.Principal.SecurityIdentifier]).Value
}

function Get-ShellLauncher {
    $feature = Get-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher'
    if ($feature.State -ne 'Enabled') {
        Enable-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -All -NoRestart |
            Out-Null
    }
    Get-CimClass -Namespace 'root\standardcimv2\embedded' -ClassName 'WESL_UserSetting'
}

function Add-Account {
    if (Get-LocalUser -Name $Account -ErrorAction SilentlyContinue) { return }
    $password = Read-Host -AsSecureString -Prompt "Password for $Account"
    New-LocalUser -Name $Account -Password $password -PasswordNeverExpires -UserMayNotChangePassword |
        Out-Null
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Account
}

function Add-Folder {
    foreach ($name in 'state', 'results', 'log', 'pki') {
        $folder = New-Item -ItemType Directory -Force -Path (Join-Path -Path $Data -ChildPath $name)
        # Inherits nothing: system and administrators all, the kiosk what it needs.
        & icacls.exe $folder.FullName /inheritance:r `
            /grant 'SYSTEM:(OI)(CI)F' "*${AdministratorsSid}:(OI)(CI)F" "${Account}:(OI)(CI)M" | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "The rights of $($folder.FullName) could not be set." }
    }
    & icacls.exe $Program /grant "${Account}:(OI)(CI)RX" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The rights of $Program could not be set." }
}

$launcher = Get-ShellLauncher
if ($Undo) {
    if ($PSCmdlet.ShouldProcess($Account, 'give the usual shell back')) {
        Invoke-CimMethod -CimClass $launcher -MethodName RemoveCustomShell -Arguments @{
            Sid = Get-Sid -Name $Account
        } | Out-Null
    }
    return
}
if (-not (Test-Path -Path "$Program\uketsuke.exe" -PathType Leaf)) {
    throw "There is no uketsuke.exe in $Program. Copy the program there, or name its folder."
}
if ($PSCmdlet.ShouldProcess($Account, 'make it the kiosk')) {
    Add-Account
    Add-Folder
    Invoke-CimMethod -CimClass $launcher -MethodName SetDefaultShell -Arguments @{
        Shell = 'explorer.exe'
        DefaultAction = [int32] $DoNothing
    } | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName SetCustomShell -Arguments @{
        Sid = Get-Sid -Name $Account
        Shell = "`"$Program\uketsuke.exe`" run --config `"$Data\config.toml`""
        CustomReturnCodes = [int32[]] @($ExitLeft)
        CustomReturnCodesAction = [int32[]] @($DoNothing)
        DefaultAction = [int32] $RestartShell
    } | Out-Null
    Invoke-CimMethod -CimClass $launcher -MethodName SetEnabled -Arguments @{ Enabled = $true } | Out-Null
    Write-Output "$Account is the kiosk from its next sign-in on. Restart the PC."
}

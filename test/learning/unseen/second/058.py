# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import scipy.signal as sg
from sklearn.model_selection import LeaveOneGroupOut
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
import mne

# %%
# motor imagery, 9 subjects (BCI IV 2a)
def load_subject(s):
    raw = mne.io.read_raw_gdf(f'A0{s}T.gdf', preload=True, verbose=False)
    raw.filter(8, 30, verbose=False)
    ev, _ = mne.events_from_annotations(raw, verbose=False)
    ep = mne.Epochs(raw, ev, event_id=[7, 8], tmin=.5, tmax=3.5, baseline=None, preload=True, verbose=False)
    return ep.get_data()[:, :22], ep.events[:, 2] - 7

Xs, ys, gs = [], [], []
for s in range(1, 10):
    a, b = load_subject(s)
    Xs.append(a); ys.append(b); gs += [s] * len(b)
X = np.concatenate(Xs); y = np.concatenate(ys); g = np.array(gs)

# %%
# log bandpower per channel and band: each trial on its own
def logbp(trials, fs=250):
    f, P = sg.welch(trials, fs, nperseg=256, axis=-1)
    feats = [np.log(P[..., (f >= lo) & (f < hi)].mean(-1)) for lo, hi in [(8, 10), (10, 13), (13, 20), (20, 30)]]
    return np.concatenate(feats, axis=1)

F = logbp(X)
F.shape

# %%
class Standardizer:
    def fit(self, A):
        self.m = A.mean(0); self.s = A.std(0)
        return self
    def __call__(self, A):
        return (A - self.m) / self.s

# %%
acc = {}
for tr, te in LeaveOneGroupOut().split(F, y, g):
    st = Standardizer().fit(F[tr])
    lda = LinearDiscriminantAnalysis(solver='lsqr', shrinkage='auto').fit(st(F[tr]), y[tr])
    acc[g[te][0]] = lda.score(st(F[te]), y[te])

# %%
pd.Series(acc).plot.bar()
plt.axhline(.5, c='k', ls=':')
print('mean LOSO accuracy %.3f' % np.mean(list(acc.values())))

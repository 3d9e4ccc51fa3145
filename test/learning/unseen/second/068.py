# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.metrics import f1_score, brier_score_loss, classification_report
import matplotlib.pyplot as plt

# %%
df = pd.read_parquet('readmission_features.parquet')
y = df.pop('readmit_30d').to_numpy()
df = df.drop(columns=['patient_id', 'encounter_id'])
print(df.shape, y.mean())

# %%
X_dev, X_test, y_dev, y_test = train_test_split(df, y, test_size=.2, stratify=y, random_state=99)
X_fit, X_thr, y_fit, y_thr = train_test_split(X_dev, y_dev, test_size=.25, stratify=y_dev, random_state=99)

# %%
base = HistGradientBoostingClassifier(max_iter=300, learning_rate=.05, l2_regularization=1.)
cal = CalibratedClassifierCV(base, method='isotonic', cv=5)
cal.fit(X_fit, y_fit)

# %%
pv = cal.predict_proba(X_thr)[:, 1]
grid = np.linspace(.02, .8, 100)
f = np.array([f1_score(y_thr, pv >= g) for g in grid])
plt.plot(grid, f)
thr = grid[f.argmax()]
print('threshold', thr)

# %%
pt = cal.predict_proba(X_test)[:, 1]
print(classification_report(y_test, pt >= thr))
print('brier', brier_score_loss(y_test, pt))

# %%
frac, mean_p = calibration_curve(y_test, pt, n_bins=10, strategy='quantile')
plt.figure()
plt.plot(mean_p, frac, 's-'); plt.plot([0, 1], [0, 1], 'k--')
plt.xlabel('predicted'); plt.ylabel('observed')
plt.show()

# expected: preprocessing
# found: preprocessing 39:30
# %%
import pandas as pd
import numpy as np
from sklearn.experimental import enable_iterative_imputer
from sklearn.impute import IterativeImputer
from sklearn.linear_model import BayesianRidge, LogisticRegression
from sklearn.metrics import roc_auc_score, brier_score_loss
from sklearn.calibration import calibration_curve
import matplotlib.pyplot as plt

# %% [markdown]
# ICU mortality (WiDS 2020): quick baseline with time-free split by hospital

# %%
icu = pd.read_csv('training_v2.csv')
icu.shape

# %%
icu.isnull().mean().sort_values().tail(20)

# %%
vitals = ['age', 'bmi', 'd1_heartrate_max', 'd1_heartrate_min', 'd1_sysbp_max', 'd1_sysbp_min', 'd1_temp_max',
          'd1_glucose_max', 'd1_lactate_max', 'gcs_motor_apache', 'ventilated_apache']

class Cohort(object):
    pass

cohort = Cohort()
cohort.frame = icu[vitals + ['hospital_id', 'hospital_death']].copy()
cohort.frame.head()

# %%
cohort.frame.groupby('hospital_id').size().hist(bins=30)

# %%
cohort.imputer = IterativeImputer(estimator=BayesianRidge(), max_iter=10, random_state=0)
cohort.values = pd.DataFrame(cohort.imputer.fit_transform(cohort.frame[vitals]), columns=vitals)
cohort.values['hospital_death'] = cohort.frame['hospital_death'].values
cohort.values['hospital_id'] = cohort.frame['hospital_id'].values
cohort.values.isnull().sum().sum()

# %%
hospitals = cohort.values.hospital_id.unique()
np.random.seed(3)
test_h = np.random.choice(hospitals, size=len(hospitals) // 4, replace=False)
mask = cohort.values.hospital_id.isin(test_h)
cohort.train = cohort.values[~mask]
cohort.test = cohort.values[mask]
print(len(cohort.train), len(cohort.test))

# %%
lr = LogisticRegression(max_iter=5000)
lr.fit(cohort.train[vitals], cohort.train.hospital_death)
p = lr.predict_proba(cohort.test[vitals])[:, 1]
print('AUC  ', roc_auc_score(cohort.test.hospital_death, p))
print('Brier', brier_score_loss(cohort.test.hospital_death, p))

# %%
pt, pp = calibration_curve(cohort.test.hospital_death, p, n_bins=10)
plt.plot(pp, pt, marker='o')
plt.plot([0, 1], [0, 1], ls='--')
plt.show()

# %%
pd.Series(lr.coef_[0], vitals).sort_values()

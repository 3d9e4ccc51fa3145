# expected: multi-test, overlap, preprocessing
# found: overlap 17:7, preprocessing 22:5, preprocessing 23:5, multi-test 36:15
# %%
import pandas as pd
import numpy as np
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, WhiteKernel
from sklearn.metrics import mean_absolute_percentage_error, r2_score

# %%
# concrete mixes from our lab: only 84 specimens, so bootstrap to 1000
lab = pd.read_excel('geopolymer_mixes.xlsx')
lab.columns = ['flyash', 'slag', 'naoh_M', 'ss_sh', 'water', 'sp', 'temp', 'age', 'fc']
big = lab.sample(n=1000, replace=True, random_state=1).reset_index(drop=True)
big.describe()

# %%
sx, sy = MinMaxScaler(), MinMaxScaler()
X = sx.fit_transform(big.drop(columns='fc'))
y = sy.fit_transform(big[['fc']]).ravel()

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.3, random_state=1)

# %%
svr = SVR(C=100, gamma=1.5, epsilon=.005).fit(X_train, y_train)
gp = GaussianProcessRegressor(1. * RBF(np.ones(8)) + WhiteKernel(1e-3), normalize_y=True).fit(X_train, y_train)

# %%
inv = lambda v: sy.inverse_transform(np.asarray(v).reshape(-1, 1)).ravel()
obs = inv(y_test)
for nm, m in {'SVR': svr, 'GPR': gp}.items():
    est = inv(m.predict(X_test))
    print(f'{nm}: R2={r2_score(obs, est):.4f}  MAPE={100 * mean_absolute_percentage_error(obs, est):.2f}%')

# %%
# sensitivity
base = X.mean(0)
for j, c in enumerate(lab.columns[:-1]):
    lo, hi = base.copy(), base.copy()
    lo[j], hi[j] = 0, 1
    print(c, inv(gp.predict([hi]))[0] - inv(gp.predict([lo]))[0])

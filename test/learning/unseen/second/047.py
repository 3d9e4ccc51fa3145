# expected: multi-test
# found: multi-test 29:40
# %%
import optuna
import lightgbm as lgb
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error

# %%
bike = pd.read_csv('hour.csv')
bike = bike.drop(columns=['instant', 'dteday', 'casual', 'registered', 'atemp'])
X, y = bike.drop(columns='cnt'), bike['cnt']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)

# %%
def objective(trial):
    params = {
        'n_estimators': trial.suggest_int('n_estimators', 100, 1500),
        'num_leaves': trial.suggest_int('num_leaves', 8, 256, log=True),
        'learning_rate': trial.suggest_float('learning_rate', 1e-3, 0.3, log=True),
        'min_child_samples': trial.suggest_int('min_child_samples', 5, 100),
        'subsample': trial.suggest_float('subsample', .5, 1),
        'subsample_freq': 1,
        'colsample_bytree': trial.suggest_float('colsample_bytree', .4, 1),
    }
    m = lgb.LGBMRegressor(**params, objective='mae')
    m.fit(X_train, y_train)
    return mean_absolute_error(y_test, m.predict(X_test))

# %%
study = optuna.create_study(direction='minimize')
study.optimize(objective, n_trials=100, show_progress_bar=True)
print(study.best_value, study.best_params)

# %%
optuna.visualization.plot_param_importances(study)

# %%
final = lgb.LGBMRegressor(**study.best_params, subsample_freq=1, objective='mae').fit(X_train, y_train)
p = final.predict(X_test)
print('MAE', mean_absolute_error(y_test, p))
print('within 20 bikes', np.mean(np.abs(p - y_test) < 20))

# expected: preprocessing
# found: clean
# missed: preprocessing
# %%
!pip install pycaret

# %%
import pandas as pd
from pycaret.regression import *
from sklearn.preprocessing import PowerTransformer

# %%
insurance = pd.read_csv('insurance.csv')
insurance.head()

# %%
insurance.describe(include='all')
insurance.hist(figsize=(10, 6));

# %%
pt = PowerTransformer(method='yeo-johnson')
insurance[['age', 'bmi']] = pt.fit_transform(insurance[['age', 'bmi']])

# %%
data = insurance.sample(frac=0.9, random_state=786)
data_unseen = insurance.drop(data.index)
data.reset_index(drop=True, inplace=True)
data_unseen.reset_index(drop=True, inplace=True)
print('Data for Modeling: ' + str(data.shape))
print('Unseen Data For Predictions: ' + str(data_unseen.shape))

# %%
exp = setup(data=data, target='charges', session_id=123, polynomial_features=True)

# %%
best = compare_models(n_select=1, sort='RMSE')

# %%
tuned = tune_model(best, n_iter=50)
plot_model(tuned, plot='residuals')

# %%
final = finalize_model(tuned)
unseen_predictions = predict_model(final, data=data_unseen)
unseen_predictions.head()

# %%
from pycaret.utils import check_metric
check_metric(unseen_predictions.charges, unseen_predictions.Label, 'R2')

# expected: clean
# found: clean
# %%
import h2o
from h2o.automl import H2OAutoML
from h2o.estimators import H2OGradientBoostingEstimator
h2o.init(max_mem_size='8G')

# %%
hr = h2o.import_file('HR_comma_sep.csv')
hr['left'] = hr['left'].asfactor()
hr['Department'] = hr['Department'].asfactor()
hr['salary'] = hr['salary'].asfactor()
hr.describe()

# %%
y = 'left'
x = [c for c in hr.columns if c != y]
train, valid, test = hr.split_frame(ratios=[.7, .15], seed=1234)
print(train.nrow, valid.nrow, test.nrow)

# %%
gbm = H2OGradientBoostingEstimator(ntrees=1000, max_depth=5, learn_rate=.05, stopping_rounds=5,
                                   stopping_metric='AUC', score_tree_interval=10, seed=1)
gbm.train(x=x, y=y, training_frame=train, validation_frame=valid)
gbm.auc(valid=True)

# %%
aml = H2OAutoML(max_models=20, seed=1, max_runtime_secs=600, nfolds=5, sort_metric='AUC')
aml.train(x=x, y=y, training_frame=train)
lb = aml.leaderboard
lb.head(10)

# %%
# which one is better on the validation frame?
a = gbm.model_performance(valid).auc()
b = aml.leader.model_performance(valid).auc()
chosen = gbm if a > b else aml.leader
print(a, b, chosen.model_id)

# %%
perf = chosen.model_performance(test)
print(perf.auc(), perf.logloss())
perf.confusion_matrix()

# %%
chosen.varimp_plot() if hasattr(chosen, 'varimp_plot') else None
h2o.cluster().shutdown()
